package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fan.encore.local.RunningEncore;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tickets of several events in one cart, over HTTP. */
class CartProgramIT {

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Studio studio =
      new Studio(stranger.signedIn("organizer@encore.example", "encore-demo-2026"));

  @Test
  void twoEventsAreBoughtWithOnePayment() {
    Fan fan = Fan.join(encore, "Chika");
    String first = hold(fan.program(), studio.publishes("Cart One"));
    String second = hold(fan.program(), studio.publishes("Cart Two"));
    String third = hold(fan.program(), studio.publishes("Cart Three"));
    fan.program().delete("/api/v1/reservations/" + third).expect(204);
    JsonArray cart = fan.program().get("/api/v1/cart").expect(200).array();
    assertEquals(1, cart.size(), "one currency");
    assertEquals(2, cart.getJsonObject(0).getJsonArray("reservations").size());
    Program keyed = fan.program().once();
    JsonObject placed = keyed.post("/api/v1/cart-orders", wish(first, second)).expect(201).json();
    assertEquals(placed, keyed.post("/api/v1/cart-orders", wish(second, first)).expect(201).json());
    keyed.post("/api/v1/cart-orders", wish(first)).expect(422);
    String again = "/api/v1/cart-orders/" + placed.getString("code") + "/payments";
    assertEquals(
        placed.getString("redirectUrl"),
        fan.program().post(again).expect(200).json().getString("redirectUrl"),
        "one open payment");
    String alone = "/api/v1/orders/" + orders(placed).get(0) + "/payments";
    assertEquals(
        placed.getString("redirectUrl"),
        fan.program().post(alone).expect(200).json().getString("redirectUrl"),
        "an order of the cart is paid with the others");
    encore.simulator().approve(Fan.checkout(placed.getString("redirectUrl")));
    for (String order : orders(placed)) {
      fan.awaitStatus("/api/v1/orders/" + order, "PAID");
      assertEquals(1, fan.tickets(order).size());
    }
    assertEquals(0, fan.program().get("/api/v1/cart").expect(200).array().size());
    fan.program().post(again).expect(409);
  }

  @Test
  void aCartIsItsOwnersAndHoldsOnlyWhatIsHeld() {
    Fan fan = Fan.join(encore, "Mei");
    Fan other = Fan.join(encore, "Kei");
    String held = hold(fan.program(), studio.publishes("Cart Four"));
    String released = hold(fan.program(), studio.publishes("Cart Five"));
    fan.program().delete("/api/v1/reservations/" + released).expect(204);
    order(fan, wish(held, released)).expect(409, "order.reservation_expired");
    order(other, wish(held)).expect(404, "order.reservation_not_found");
    order(fan, wish()).expect(422);
    JsonObject placed = order(fan, wish(held)).expect(201).json();
    other
        .program()
        .post("/api/v1/cart-orders/" + placed.getString("code") + "/payments")
        .expect(404, "order.cart_not_found");
    stranger.get("/api/v1/cart").expect(401);
  }

  @Test
  void aGuestHasACartOfHerOwn() {
    JsonObject who =
        Json.createObjectBuilder()
            .add("email", "cart-" + System.nanoTime() + "@fans.example")
            .add("name", "Rin")
            .build();
    String token = stranger.post("/api/v1/guests", who).expect(201).json().getString("token");
    Fan guest = new Fan(who.getString("email"), "", stranger.bearing(token));
    String first = hold(guest.program(), studio.publishes("Cart Six"));
    String second = hold(guest.program(), studio.publishes("Cart Seven"));
    JsonObject placed = order(guest, wish(first, second)).expect(201).json();
    encore.simulator().approve(Fan.checkout(placed.getString("redirectUrl")));
    for (String order : orders(placed)) {
      guest.awaitStatus("/api/v1/orders/" + order, "PAID");
    }
    assertNotEquals(orders(placed).get(0), orders(placed).get(1));
  }

  private static Program.Answer order(Fan fan, JsonObject wish) {
    return fan.program().once().post("/api/v1/cart-orders", wish);
  }

  private static String hold(Program fan, String slug) {
    return fan.once()
        .post("/api/v1/events/" + slug + "/reservations", Fan.wish("standing", 1))
        .expect(201)
        .json()
        .getString("code");
  }

  private static JsonObject wish(String... reservations) {
    JsonArrayBuilder lines = Json.createArrayBuilder();
    for (String code : reservations) {
      lines.add(Json.createObjectBuilder().add("reservationCode", code));
    }
    return Json.createObjectBuilder()
        .add("reservations", lines)
        .add("provider", "sandbox")
        .add("holderName", "Chika Sato")
        .build();
  }

  private static List<String> orders(JsonObject placed) {
    return placed.getJsonArray("orders").getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }
}
