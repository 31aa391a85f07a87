package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import fan.encore.local.sim.SimulatorClient;
import fan.encore.program.Program.Answer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tickets are sold on over HTTP: the buyer has a code of her own, the seller her money. */
class ResaleProgramIT {

  private static final String TICKETS = "/api/v1/tickets/";
  private static final String OFFERS = "/api/v1/resale-offers";
  private static final int PAID = 4_410;

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Program organizer =
      stranger.signedIn("organizer@encore.example", "encore-demo-2026");
  private final Studio studio = new Studio(organizer);

  @Test
  void aTicketIsSoldOnWithANewCodeAndTheSellerIsPaidBack() {
    String slug = studio.publishes("Sold On", 1);
    Fan seller = Fan.join(encore, "Aya");
    String sold = seller.buys(encore, slug, "standing", 1);
    JsonObject ticket = seller.tickets(sold).get(0);
    String code = ticket.getString("code");
    offer(seller, code, PAID).expect(409, "resale.closed");
    allow(slug, true, 100);
    assertEquals(PAID, chance(seller, code).getJsonObject("most").getInt("minor"));
    offer(seller, code, PAID + 1).expect(422, "resale.price_too_high");
    offer(seller, code, 0).expect(422, "problem.invalid");
    Program keyed = seller.program().once();
    JsonObject offered = keyed.post(resale(code), price(4_000)).expect(201).json();
    assertEquals(offered, keyed.post(resale(code), price(4_000)).expect(201).json(), "same key");
    offer(seller, code, 4_000).expect(409, "transfer.promised");
    send(seller, code).expect(409, "transfer.promised");

    Fan buyer = Fan.join(encore, "Mio");
    JsonObject seen = open(slug).getJsonObject(0);
    assertTrue(seen.getBoolean("buyable"));
    assertFalse(seen.containsKey("ticket") && !seen.isNull("ticket"), "nobody reads the code");
    hold(seller, offered).expect(409, "resale.own_offer");
    Program hers = buyer.program().once();
    Answer kept = hers.post(reservations(offered), nothing()).expect(201);
    assertEquals(kept.json(), hers.post(reservations(offered), nothing()).expect(201).json());
    hold(Fan.join(encore, "Late"), offered).expect(409, "resale.held");
    withdraw(seller, offered).expect(409, "resale.held");
    JsonArray cart = buyer.program().get("/api/v1/cart").expect(200).array();
    assertFalse(cart.toString().contains(kept.json().getString("code")), "it is paid by itself");
    String bought = buys(buyer, kept.json().getString("code"));

    JsonObject fresh = buyer.tickets(bought).get(0);
    assertNotEquals(code, fresh.getString("code"));
    assertEquals("CANCELLED", scan(slug, ticket.getString("qr")));
    assertEquals("VALID", scan(slug, fresh.getString("qr")));
    JsonObject ended = seller.program().get(OFFERS).expect(200).array().getJsonObject(0);
    assertEquals("SOLD", ended.getString("status"));
    assertEquals(3_600, ended.getJsonObject("payout").getInt("minor"), "a tenth is kept");
    assertEquals(
        "REFUNDED",
        seller.program().get("/api/v1/orders/" + sold).expect(200).json().getString("status"));
    assertEquals(0, open(slug).size());
    mail(seller.email(), "is sold");
    JsonObject stock =
        stranger
            .get("/api/v1/events/" + slug)
            .expect(200)
            .json()
            .getJsonArray("ticketTypes")
            .getJsonObject(0);
    assertEquals(0, stock.getInt("free"), "the place was never free");
    theOrganizerKeepsTheDifference(slug);
  }

  /** Both sales less what the seller got; and the ledger has the same. */
  private void theOrganizerKeepsTheDifference(String slug) {
    JsonObject report =
        studio.program().get(Studio.EVENTS + "/" + slug + "/report").expect(200).json();
    assertTrue(report.getBoolean("agrees"), report::toString);
    JsonObject due = report.getJsonObject("payout").getJsonObject("due");
    assertEquals(4_200 + 4_000 - 3_600, due.getInt("minor"));
  }

  @Test
  void whoWaitsForASingleTicketIsAskedFirst() {
    String slug = studio.publishes("Asked First", 1);
    allow(slug, true, 0);
    Fan seller = Fan.join(encore, "Nagi");
    String code = seller.tickets(seller.buys(encore, slug, "standing", 1)).get(0).getString("code");
    listOn(slug);
    Fan waiting = Fan.join(encore, "Waits");
    waiting.program().post("/api/v1/events/" + slug + "/waiting-list", place()).expect(201);
    JsonObject offered = offer(seller, code, 4_200).expect(201).json();
    JsonObject turn =
        SimulatorClient.await(
                () -> {
                  JsonObject mine =
                      waiting.program().get("/api/v1/waiting-list").array().getJsonObject(0);
                  return mine.getString("status").equals("OFFERED") ? List.of(mine) : List.of();
                },
                Fan.PATIENCE)
            .get(0);
    hold(Fan.join(encore, "Public"), offered).expect(409, "resale.held");
    String order = buys(waiting, turn.getString("reservation"));
    assertEquals(1, waiting.tickets(order).size());
    SimulatorClient.await(
        () ->
            waiting
                .program()
                .get("/api/v1/waiting-list")
                .array()
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(mine -> mine.getString("status").equals("BOUGHT"))
                .toList(),
        Fan.PATIENCE);
  }

  @Test
  void theOrganizerDecidesAndAWithdrawnTicketLetsItsOwnerIn() {
    String slug = studio.publishes("Withdrawn", 3);
    allow(slug, true, 0);
    Fan seller = Fan.join(encore, "Kei");
    List<JsonObject> tickets = seller.tickets(seller.buys(encore, slug, "standing", 2));
    JsonObject one = offer(seller, code(tickets, 0), 1_000).expect(201).json();
    withdraw(Fan.join(encore, "Other"), one).expect(404, "resale.not_found");
    withdraw(seller, one).expect(204);
    withdraw(seller, one).expect(409, "resale.over");
    hold(Fan.join(encore, "Slow"), one).expect(409, "resale.over");
    assertEquals("VALID", scan(slug, tickets.get(0).getString("qr")));
    offer(seller, code(tickets, 0), 1_000).expect(409, "transfer.spent");

    JsonObject two = offer(seller, code(tickets, 1), 1_000).expect(201).json();
    allow(slug, false, 0);
    hold(Fan.join(encore, "Too"), two).expect(409, "resale.over");
    SimulatorClient.await(
        () ->
            seller.program().get(OFFERS).array().getValuesAs(JsonObject.class).stream()
                .filter(offer -> offer.getString("status").equals("EXPIRED"))
                .toList(),
        Fan.PATIENCE);
    JsonObject seen =
        organizer.get(Studio.EVENTS + "/" + slug + "/resale-offers").expect(200).json();
    assertEquals(2, seen.getInt("total"));
    assertFalse(seen.toString().contains(seller.email()), "no addresses");
    stranger
        .signedIn("promoter@encore.example", "encore-demo-2026")
        .put(Studio.EVENTS + "/" + slug + "/resale-offers/terms", terms(true, 0))
        .expect(404, "event.not_found");
  }

  private void allow(String slug, boolean allowed, int feePerMille) {
    organizer
        .put(Studio.EVENTS + "/" + slug + "/resale-offers/terms", terms(allowed, feePerMille))
        .expect(200);
  }

  private static JsonObject terms(boolean allowed, int feePerMille) {
    return Json.createObjectBuilder()
        .add("allowed", allowed)
        .add("feePerMille", feePerMille)
        .build();
  }

  private void listOn(String slug) {
    JsonObject terms =
        Json.createObjectBuilder()
            .add("active", true)
            .add("offerMinutes", 60)
            .add("largestGroup", 4)
            .build();
    organizer.put(Studio.EVENTS + "/" + slug + "/waiting-list/types/standing", terms).expect(200);
  }

  private static JsonObject place() {
    return Json.createObjectBuilder().add("ticketType", "standing").add("quantity", 1).build();
  }

  private JsonArray open(String slug) {
    return stranger.get("/api/v1/events/" + slug + "/resale-offers").expect(200).array();
  }

  private static String code(List<JsonObject> tickets, int place) {
    return tickets.get(place).getString("code");
  }

  private static String resale(String ticket) {
    return TICKETS + ticket + "/resale-offers";
  }

  private static String reservations(JsonObject offer) {
    return OFFERS + "/" + offer.getString("code") + "/reservations";
  }

  private static JsonObject price(int minor) {
    return Json.createObjectBuilder().add("priceMinor", minor).build();
  }

  private static JsonObject nothing() {
    return JsonObject.EMPTY_JSON_OBJECT;
  }

  private static JsonObject chance(Fan fan, String ticket) {
    return fan.program().get(resale(ticket)).expect(200).json();
  }

  private static Answer offer(Fan fan, String ticket, int minor) {
    return fan.program().once().post(resale(ticket), price(minor));
  }

  private static Answer hold(Fan fan, JsonObject offer) {
    return fan.program().once().post(reservations(offer), nothing());
  }

  private static Answer withdraw(Fan fan, JsonObject offer) {
    return fan.program().delete(OFFERS + "/" + offer.getString("code"));
  }

  private static Answer send(Fan fan, String ticket) {
    JsonObject to = Json.createObjectBuilder().add("email", "rin@fans.example").build();
    return fan.program().once().post(TICKETS + ticket + "/transfers", to);
  }

  private String buys(Fan fan, String reservation) {
    JsonObject wish =
        Json.createObjectBuilder()
            .add("reservationCode", reservation)
            .add("provider", "sandbox")
            .add("holderName", "Mio Sakai")
            .build();
    JsonObject placed = fan.program().once().post("/api/v1/orders", wish).expect(201).json();
    encore.simulator().approve(Fan.checkout(placed.getString("redirectUrl")));
    fan.awaitStatus("/api/v1/orders/" + placed.getString("code"), "PAID");
    return placed.getString("code");
  }

  private String scan(String slug, String qr) {
    JsonObject scan =
        Json.createObjectBuilder()
            .add("event", slug)
            .add("qr", qr)
            .add("gate", "North")
            .add("nonce", UUID.randomUUID().toString())
            .build();
    return organizer.post("/api/v1/check-ins", scan).expect(200).json().getString("outcome");
  }

  private void mail(String email, String words) {
    SimulatorClient.await(
        () ->
            encore.simulator().mails(email).stream()
                .filter(mail -> mail.toString().contains(words))
                .toList(),
        Fan.PATIENCE);
  }
}
