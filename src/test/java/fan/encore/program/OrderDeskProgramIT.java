package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import fan.encore.local.sim.SimulatorClient;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An organizer's program works on orders: finds them, writes beside them, gives tickets back. */
class OrderDeskProgramIT {

  private static final String DESK = "/api/v1/studio/orders";

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Program organizer = as("organizer");
  private final Studio studio = new Studio(organizer);

  @Test
  void ticketsGoBackOneByOneAndTheMoneyWithThem() {
    String slug = studio.publishes("Returned Evening");
    Fan fan = Fan.join(encore, "Ren");
    String order = fan.buys(encore, slug, "standing", 3);
    String path = DESK + "/" + order;
    List<JsonObject> tickets = fan.tickets(order);
    String first = tickets.get(0).getString("code");
    assertEquals(
        4_410,
        organizer.get(path + "/refund-preview?ticket=" + first).expect(200).json().getInt("minor"));
    Program once = organizer.once();
    JsonObject wish = refund(first);
    JsonObject given = once.post(path + "/refunds", wish).expect(201).json();
    assertEquals(4_410, given.getJsonObject("amount").getInt("minor"));
    assertEquals(
        given.getString("code"),
        once.post(path + "/refunds", wish).expect(201).json().getString("code"));
    organizer.once().post(path + "/refunds", wish).expect(409, "order.not_refundable");
    JsonObject back =
        SimulatorClient.await(
                () -> {
                  JsonArray refunds =
                      organizer.get(path).expect(200).json().getJsonArray("refunds");
                  return refunds.getJsonObject(0).getBoolean("done")
                      ? List.of(refunds.getJsonObject(0))
                      : List.of();
                },
                Fan.PATIENCE)
            .get(0);
    assertEquals("Ill", back.getString("reason"));
    JsonObject seen = fan.program().get("/api/v1/orders/" + order).expect(200).json();
    assertEquals("PAID", seen.getString("status"));
    assertEquals(4_410, seen.getJsonObject("refunded").getInt("minor"));
    assertEquals(
        List.of("CANCELLED", "READY", "READY"),
        fan.tickets(order).stream().map(one -> one.getString("status")).sorted().toList());
    assertEquals(28, free(slug));
    givesTheRestBack(fan, slug, order, path);
    assertTrue(
        encore.simulator().mails(fan.email()).stream()
                .filter(mail -> mail.getString("subject").contains("come back"))
                .count()
            >= 2);
  }

  private void givesTheRestBack(Fan fan, String slug, String order, String path) {
    JsonObject all =
        Json.createObjectBuilder().add("keepFees", true).add("reason", "Cancelled").build();
    JsonObject rest = organizer.once().post(path + "/refunds", all).expect(201).json();
    assertEquals(8_400, rest.getJsonObject("amount").getInt("minor"));
    assertEquals(
        "REFUNDED",
        fan.program().get("/api/v1/orders/" + order).expect(200).json().getString("status"));
    assertEquals(30, free(slug));
    SimulatorClient.await(
        () -> {
          JsonArray refunds = organizer.get(path).expect(200).json().getJsonArray("refunds");
          return refunds.getJsonObject(1).getBoolean("done")
              ? List.of(refunds.getJsonObject(1))
              : List.of();
        },
        Fan.PATIENCE);
  }

  @Test
  void aTicketThatWasUsedStaysUnlessSaidSo() {
    String slug = studio.publishes("Used Evening");
    Fan fan = Fan.join(encore, "Mai");
    String order = fan.buys(encore, slug, "standing", 1);
    JsonObject ticket = fan.tickets(order).get(0);
    JsonObject scan =
        Json.createObjectBuilder()
            .add("qr", ticket.getString("qr"))
            .add("gate", "North gate")
            .add("nonce", UUID.randomUUID().toString())
            .add("event", slug)
            .build();
    organizer.post("/api/v1/check-ins", scan).expect(200);
    JsonObject wish = refund(ticket.getString("code"));
    String path = DESK + "/" + order + "/refunds";
    organizer.once().post(path, wish).expect(409, "ticket.used");
    JsonObject even = Json.createObjectBuilder(wish).add("evenIfUsed", true).build();
    organizer.once().post(path, even).expect(201);
    assertEquals(30, free(slug));
  }

  @Test
  void ordersAreFoundAndWrittenBesideByTheirOrganizerOnly() {
    String slug = studio.publishes("Searched Evening");
    Fan fan = Fan.join(encore, "Emi");
    String first = fan.buys(encore, slug, "standing", 1);
    String second = fan.buys(encore, slug, "standing", 2);
    assertEquals(List.of(second, first), codes(DESK + "?event=" + slug));
    assertEquals(List.of(first), codes(DESK + "?query=" + first.toLowerCase()));
    assertEquals(List.of(second, first), codes(DESK + "?query=" + fan.email()));
    assertEquals(List.of(), codes(DESK + "?event=" + slug + "&status=REFUNDED"));
    assertEquals(List.of(), codes(DESK + "?event=" + slug + "&until=2020-01-01T00:00:00Z"));
    JsonObject page = organizer.get(DESK + "?event=" + slug + "&size=1").expect(200).json();
    assertEquals(second, page.getJsonArray("items").getJsonObject(0).getString("code"));
    String next = page.getString("next");
    assertEquals(List.of(first), codes(DESK + "?event=" + slug + "&size=1&after=" + next));
    String path = DESK + "/" + first;
    JsonObject note = Json.createObjectBuilder().add("body", "Comes by wheelchair").build();
    organizer.post(path + "/notes", note).expect(201);
    JsonObject desk = organizer.get(path).expect(200).json();
    assertEquals(
        "Comes by wheelchair", desk.getJsonArray("notes").getJsonObject(0).getString("body"));
    String ticket = desk.getJsonArray("tickets").getJsonObject(0).getString("code");
    JsonObject name = Json.createObjectBuilder().add("name", "Emi Mori").build();
    JsonObject renamed =
        organizer.put(path + "/tickets/" + ticket + "/holder", name).expect(200).json();
    assertEquals("Emi Mori", renamed.getJsonArray("tickets").getJsonObject(0).getString("holder"));
    Program rival = as("promoter");
    rival.get(path).expect(404, "event.not_found");
    rival.once().post(path + "/refunds", refund(ticket)).expect(404, "event.not_found");
    rival.post(path + "/notes", note).expect(404, "event.not_found");
    fan.program().get(path).expect(403, "problem.forbidden");
    stranger.get(DESK).expect(401, "security.not_signed_in");
    assertTrue(
        rival.get(DESK + "?event=" + slug).expect(200).json().getJsonArray("items").isEmpty());
  }

  private List<String> codes(String path) {
    return organizer.get(path).expect(200).json().getJsonArray("items").stream()
        .map(item -> item.asJsonObject().getString("code"))
        .toList();
  }

  private int free(String slug) {
    return stranger
        .get("/api/v1/events/" + slug)
        .expect(200)
        .json()
        .getJsonArray("ticketTypes")
        .getJsonObject(0)
        .getInt("free");
  }

  private static JsonObject refund(String ticket) {
    return Json.createObjectBuilder()
        .add("tickets", Json.createArrayBuilder(List.of(ticket)))
        .add("reason", "Ill")
        .build();
  }

  private Program as(String who) {
    return stranger.signedIn(who + "@encore.example", "encore-demo-2026");
  }
}
