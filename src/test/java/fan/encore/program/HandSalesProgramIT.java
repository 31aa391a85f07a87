package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import fan.encore.local.sim.SimulatorClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sales at the door, gifts of the house, and what is done to all orders of an event. */
class HandSalesProgramIT {

  private static final String DESK = "/api/v1/studio/orders";

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Program organizer = as("organizer");
  private final Studio studio = new Studio(organizer);

  @Test
  void whatIsSoldAtTheDoorIsATicketAtOnceAndGoesBackByHand() {
    String slug = studio.publishes("Door Evening");
    String path = Studio.EVENTS + "/" + slug + "/hand-sales";
    Program once = organizer.once();
    JsonObject wish = sale("CASH", 2).build();
    String order = once.post(path, wish).expect(201).json().getString("code");
    assertEquals(order, once.post(path, wish).expect(201).json().getString("code"));
    JsonObject desk = organizer.get(DESK + "/" + order).expect(200).json();
    assertEquals("PAID", desk.getJsonObject("order").getString("status"));
    assertEquals(8_400, desk.getJsonObject("order").getJsonObject("total").getInt("minor"));
    assertEquals(2, desk.getJsonArray("tickets").size());
    String ticket = desk.getJsonArray("tickets").getJsonObject(0).getString("code");
    JsonObject back =
        Json.createObjectBuilder()
            .add("tickets", Json.createArrayBuilder(List.of(ticket)))
            .add("reason", "Changed her mind")
            .build();
    JsonObject given =
        organizer.once().post(DESK + "/" + order + "/refunds", back).expect(201).json();
    assertEquals(4_200, given.getJsonObject("amount").getInt("minor"));
    assertTrue(given.getBoolean("done"));
    organizer.once().post(path, sale("FREE", 1).build()).expect(422, "order.reason_missing");
    organizer.once().post(path, sale("CASH", 40).build()).expect(409, "order.seats_taken");
    JsonObject gift = sale("FREE", 1).add("because", "Press").build();
    organizer.once().post(path, gift).expect(201);
    as("promoter").once().post(path, wish).expect(404, "event.not_found");
  }

  @Test
  void allOrdersOfAnEventGoBackOneByOne() {
    String slug = studio.publishes("Cancelled Evening");
    Fan fan = Fan.join(encore, "Jun");
    String first = fan.buys(encore, slug, "standing", 2);
    organizer
        .once()
        .post(Studio.EVENTS + "/" + slug + "/hand-sales", sale("CASH", 3).build())
        .expect(201);
    String path = Studio.EVENTS + "/" + slug + "/order-batches";
    JsonObject mail =
        batch("MAIL").add("subject", "The hall is flooded").add("body", "See you soon").build();
    organizer.once().post(path, mail).expect(202);
    JsonObject refund = batch("REFUND").add("body", "The hall is flooded").build();
    organizer.once().post(path, refund).expect(202);
    SimulatorClient.await(
        () -> {
          List<JsonObject> all =
              organizer.get(path).expect(200).array().getValuesAs(JsonObject.class);
          return all.stream().allMatch(one -> one.containsKey("finishedAt")) ? all : List.of();
        },
        Fan.PATIENCE);
    JsonObject done = organizer.get(path).expect(200).array().getJsonObject(0);
    assertEquals(2, done.getInt("done"));
    assertEquals(0, done.getInt("failed"));
    assertEquals(
        "REFUNDED",
        fan.program().get("/api/v1/orders/" + first).expect(200).json().getString("status"));
    SimulatorClient.await(
        () ->
            encore.simulator().mails(fan.email()).stream()
                .filter(one -> one.getString("subject").contains("The hall is flooded"))
                .toList(),
        Fan.PATIENCE);
  }

  private static JsonObjectBuilder batch(String kind) {
    return Json.createObjectBuilder().add("kind", kind);
  }

  private static JsonObjectBuilder sale(String paid, int quantity) {
    JsonObject line =
        Json.createObjectBuilder().add("ticketType", "standing").add("quantity", quantity).build();
    return Json.createObjectBuilder()
        .add("lines", Json.createArrayBuilder(List.of(line)))
        .add("paid", paid)
        .add("holderName", "Walk-in");
  }

  private Program as(String who) {
    return stranger.signedIn(who + "@encore.example", "encore-demo-2026");
  }
}
