package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import fan.encore.program.Program.Answer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program does an organizer's work, from the empty draft to the last guest at the door. */
class StudioProgramIT {

  private static final String CHECK_INS = "/api/v1/check-ins";

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Program organizer = as("organizer");
  private final Studio studio = new Studio(organizer);

  @Test
  void anEventIsDraftedShownPricedAndPublished() {
    String title = "Harbour Lights " + UUID.randomUUID();
    String slug = studio.creates(title);
    String path = Studio.EVENTS + "/" + slug;
    stranger.get("/api/v1/events/" + slug).expect(404, "event.not_found");
    organizer.post(path + "/publication").expect(409, "event.without_ticket_types");
    JsonObject drawn = organizer.put(path + "/picture", "image/png", Studio.picture()).json();
    assertEquals("image/png", stranger.get(drawn.getString("picture")).header("Content-Type"));
    JsonObject type = Studio.ticketType(30).build();
    JsonObject typed = organizer.post(path + "/ticket-types", type).expect(201).json();
    String code = typed.getJsonArray("ticketTypes").getJsonObject(0).getString("code");
    JsonObject dearer = Studio.ticketType(40).add("priceMinor", 4500).build();
    organizer.put(path + "/ticket-types/" + code, dearer).expect(200);
    organizer.put(path + "/ticket-types/none", dearer).expect(404, "event.ticket_type_not_found");
    JsonObject published = organizer.post(path + "/publication").expect(200).json();
    assertEquals("PUBLISHED", published.getString("status"));
    organizer.post(path + "/publication").expect(409, "event.not_a_draft");
    JsonObject seen = stranger.get("/api/v1/events/" + slug).expect(200).json();
    assertEquals(title, seen.getString("title"));
    JsonObject shown = seen.getJsonArray("ticketTypes").getJsonObject(0);
    assertEquals(4500, shown.getJsonObject("price").getInt("minor"));
    assertEquals(40, shown.getInt("free"));
    edits(path, title, published);
  }

  private void edits(String path, String title, JsonObject published) {
    String venue = published.getJsonObject("venue").getString("code");
    int version = published.getInt("version");
    JsonObject later = Studio.event(title + ", extended", venue).add("version", version).build();
    JsonObject edited = organizer.put(path, later).expect(200).json();
    assertEquals(title + ", extended", edited.getString("title"));
    assertNotEquals(version, edited.getInt("version"));
    organizer.put(path, later).expect(409, "event.edited_meanwhile");
    JsonObject euros = Studio.event(title, venue).add("currency", "EUR").build();
    organizer.put(path, euros).expect(409, "event.currency_fixed");
    assertEquals(
        title + ", extended",
        organizer.get(Studio.EVENTS + "?size=100").expect(200).json().getJsonArray("items").stream()
            .map(item -> item.asJsonObject())
            .filter(item -> path.endsWith("/" + item.getString("slug")))
            .findFirst()
            .orElseThrow()
            .getString("title"));
  }

  @Test
  void whatIsWrongIsNamed() {
    JsonObject nowhere = Studio.hall().add("zone", "Mars/Olympus").build();
    organizer.post("/api/v1/studio/venues", nowhere).expect(422, "event.zone_unknown");
    String venue = studio.venue();
    JsonObject nameless = Studio.event(" ", venue).build();
    assertEquals("title", field(organizer.post(Studio.EVENTS, nameless)));
    JsonObject lost = Studio.event("Lost", "no-such-venue").build();
    organizer.post(Studio.EVENTS, lost).expect(422, "event.venue_not_found");
    JsonObject coins = Studio.event("Coins", venue).add("currency", "XQX").build();
    organizer.post(Studio.EVENTS, coins).expect(422, "event.currency_unknown");
    JsonObject back = Studio.event("Back", venue).add("endsAt", "2020-01-01T10:00:00").build();
    organizer.post(Studio.EVENTS, back).expect(422, "event.times_wrong");
    JsonObject odd = Studio.event("Odd", venue).add("category", "CIRCUS_OF_NONE").build();
    organizer.post(Studio.EVENTS, odd).expect(400, "problem.unreadable");
    String path = Studio.EVENTS + "/" + studio.creates("Right");
    organizer
        .put(path + "/picture", "image/png", "no picture".getBytes())
        .expect(422, "storage.picture_type");
    organizer.put(path + "/picture", "text/html", new byte[9]).expect(415);
    JsonObject none = Studio.ticketType(0).build();
    assertEquals("capacity", field(organizer.post(path + "/ticket-types", none)));
    JsonObject never = Studio.ticketType(5).add("saleUntil", "2020-01-01T10:00:00").build();
    organizer.post(path + "/ticket-types", never).expect(422, "event.sale_window_wrong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/studio/venues", Studio.EVENTS, CHECK_INS})
  void nothingIsNoAnswer(String path) {
    for (String body : List.of("null", "", "{}")) {
      Answer answer =
          organizer.send("POST", path, "application/json", BodyPublishers.ofString(body));
      assertTrue(answer.status() == 400 || answer.status() == 422, path + ": " + answer.text());
      assertEquals("application/problem+json", answer.header("Content-Type").split(";")[0]);
    }
  }

  @Test
  void salesAreSeenByTheOrganizerAlone() {
    String slug = studio.publishes("Counted Evening");
    Fan fan = Fan.join(encore, "Kai");
    String order = fan.buys(encore, slug, "standing", 2);
    String path = Studio.EVENTS + "/" + slug;
    Answer list = organizer.get(path + "/orders?size=1").expect(200);
    JsonObject bought = list.json().getJsonArray("items").getJsonObject(0);
    assertEquals(order, bought.getString("code"));
    assertEquals("PAID", bought.getString("status"));
    assertEquals("Rin Tanaka", bought.getString("holderName"));
    assertEquals(2, bought.getInt("quantity"));
    JsonObject sales = organizer.get(path + "/sales").expect(200).json();
    assertEquals(1, sales.getInt("orders"));
    assertEquals(8400, sales.getJsonObject("tickets").getInt("minor"));
    assertEquals(420, sales.getJsonObject("fees").getInt("minor"));
    JsonObject type = sales.getJsonArray("types").getJsonObject(0);
    assertEquals(
        List.of(30, 28, 0, 2),
        List.of(
            type.getInt("capacity"),
            type.getInt("free"),
            type.getInt("held"),
            type.getInt("sold")));
    JsonArray days = sales.getJsonArray("days");
    assertEquals(2, days.getJsonObject(0).getInt("tickets"));
    JsonObject smaller = Studio.ticketType(1).build();
    organizer.put(path + "/ticket-types/standing", smaller).expect(409, "event.capacity_too_low");
    isClosedToOthers(path, fan.program());
  }

  private void isClosedToOthers(String path, Program fan) {
    Program rival = as("promoter");
    for (String part : List.of("", "/sales", "/orders")) {
      rival.get(path + part).expect(404, "event.not_found");
      fan.get(path + part).expect(403, "problem.forbidden");
      stranger.get(path + part).expect(401, "security.not_signed_in");
    }
    JsonObject type = Studio.ticketType(3).build();
    rival.post(path + "/ticket-types", type).expect(404, "event.not_found");
    rival.post(path + "/publication").expect(404, "event.not_found");
    rival.put(path + "/picture", "image/png", Studio.picture()).expect(404, "event.not_found");
    String slug = path.substring(path.lastIndexOf('/') + 1);
    rival.post(CHECK_INS, scan("NOT-A-TICKET", slug)).expect(404, "checkin.event_not_found");
    fan.post(CHECK_INS, scan("NOT-A-TICKET", slug)).expect(403, "problem.forbidden");
    rival.get(CHECK_INS + "?event=" + slug).expect(404, "checkin.event_not_found");
    organizer.get(CHECK_INS).expect(404, "checkin.event_not_found");
  }

  @Test
  void theDoorKnowsEveryTicket() {
    String here = studio.publishes("The Evening Itself");
    String elsewhere = studio.publishes("Another Evening");
    Fan fan = Fan.join(encore, "Ann");
    JsonObject ticket = fan.tickets(fan.buys(encore, here, "standing", 2)).get(0);
    String other = fan.tickets(fan.buys(encore, elsewhere, "standing", 1)).get(0).getString("qr");
    JsonObject first = scan(ticket.getString("qr"), here);
    JsonObject valid = verdict(first, "VALID");
    assertEquals("Rin Tanaka", valid.getString("holder"));
    assertEquals(valid, organizer.post(CHECK_INS, first).json(), "the same nonce, the same answer");
    JsonObject reused = Json.createObjectBuilder(first).add("gate", "Back door").build();
    organizer.post(CHECK_INS, reused).expect(422, "checkin.nonce_reused");
    JsonObject again = verdict(scan(ticket.getString("code"), here), "ALREADY_USED");
    assertEquals(valid.getString("scannedAt"), again.getString("usedAt"));
    assertEquals("North gate", again.getString("usedGate"));
    JsonObject wrong = verdict(scan(other, here), "WRONG_EVENT");
    assertEquals("Another Evening", wrong.getString("otherEvent"));
    assertTrue(wrong.getString("holder", "").isEmpty());
    verdict(scan("NOT-A-TICKET", here), "UNKNOWN");
    JsonObject door = organizer.get(CHECK_INS + "?event=" + here).expect(200).json();
    assertEquals(1, door.getInt("admitted"));
    assertEquals(2, door.getInt("expected"));
    assertEquals(4, door.getJsonArray("scans").size());
  }

  private JsonObject verdict(JsonObject scan, String outcome) {
    JsonObject result = organizer.post(CHECK_INS, scan).expect(200).json();
    assertEquals(outcome, result.getString("outcome"));
    return result;
  }

  private static JsonObject scan(String code, String event) {
    return Json.createObjectBuilder()
        .add("qr", code)
        .add("gate", "North gate")
        .add("nonce", UUID.randomUUID().toString())
        .add("event", event)
        .build();
  }

  /** The field that a refusal complains about. */
  private static String field(Answer refused) {
    return refused
        .expect(422, "problem.invalid")
        .json()
        .getJsonArray("errors")
        .getJsonObject(0)
        .getString("field");
  }

  private Program as(String who) {
    return stranger.signedIn(who + "@encore.example", "encore-demo-2026");
  }
}
