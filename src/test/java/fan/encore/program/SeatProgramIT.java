package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Seat maps and seats over the API: from a drawing to a seat in the hand, and back. */
class SeatProgramIT {

  private static final String MAPS = "/api/v1/studio/seat-maps";

  private static RunningEncore encore;
  private static Program organizer;
  private static Studio studio;

  @BeforeAll
  static void open() {
    encore = RunningEncore.get();
    organizer = new Program(encore.url()).signedIn("organizer@encore.example", "encore-demo-2026");
    studio = new Studio(organizer);
  }

  @Test
  void seatsAreChosenHeldAndGivenBack() {
    String slug = seated("Chosen seats");
    Fan fan = Fan.join(encore, "Mei");
    JsonObject held = hold(fan, slug, seats("H-A-2", "H-A-3")).expect(201).json();
    assertEquals(List.of("H-A-2", "H-A-3"), labels(fan, held));
    hold(fan, slug, seats("H-A-3", "H-A-4")).expect(409, "order.seat_taken");
    hold(fan, slug, seats("H-A-99")).expect(422, "seat.unknown");
    hold(fan, slug, seats("H-A-4", "H-A-4")).expect(422, "seat.mismatch");
    assertEquals("FHHFFFFFFFFFFFFF", states(slug));
    fan.program().delete("/api/v1/reservations/" + held.getString("code")).expect(204);
    assertEquals("FFFFFFFFFFFFFFFF", states(slug));
  }

  @Test
  void theBestSeatsAreThoseInTheMiddleOfTheFirstRow() {
    String slug = seated("Best seats");
    Fan fan = Fan.join(encore, "Ken");
    JsonObject line =
        Json.createObjectBuilder().add("ticketType", "standing").add("bestAvailable", 2).build();
    JsonObject held = hold(fan, slug, line).expect(201).json();
    assertEquals(List.of("H-A-4", "H-A-5"), labels(fan, held));
    JsonObject plain =
        Json.createObjectBuilder().add("ticketType", "standing").add("quantity", 2).build();
    assertEquals(2, labels(fan, hold(fan, slug, plain).expect(201).json()).size());
  }

  @Test
  void aTicketKnowsItsSeat() {
    String slug = seated("Seats on tickets");
    Fan fan = Fan.join(encore, "Aya");
    String order = fan.buys(encore, slug, "standing", 2);
    List<String> seats =
        fan.tickets(order).stream()
            .map(ticket -> ticket.getJsonObject("seat").getString("label"))
            .sorted()
            .toList();
    assertEquals(List.of("H-A-4", "H-A-5"), seats);
    assertEquals("FFFSSFFFFFFFFFFF", states(slug));
  }

  @Test
  void availabilityIsToldInBitsAndOnlyWhenItChanged() throws Exception {
    String slug = seated("Polled seats");
    Program stranger = new Program(encore.url());
    String path = "/api/v1/events/" + slug + "/seats";
    JsonObject plan = stranger.get(path).expect(200).json();
    assertEquals(2, plan.getJsonArray("rows").size());
    Program.Answer before = stranger.get(path + "/availability").expect(200);
    assertEquals(16, before.json().getInt("free"));
    assertEquals(
        304,
        stranger.with("If-None-Match", before.header("ETag")).get(path + "/availability").status());
    hold(Fan.join(encore, "Rui"), slug, seats("H-B-1")).expect(201);
    String last = before.header("ETag");
    JsonObject now = before.json();
    for (int look = 0; look < 100 && last.equals(before.header("ETag")); look++) {
      Thread.sleep(100);
      Program.Answer answer = stranger.get(path + "/availability").expect(200);
      last = answer.header("ETag");
      now = answer.json();
    }
    assertNotEquals(before.header("ETag"), last);
    BitSet taken = BitSet.valueOf(Base64.getDecoder().decode(now.getString("taken")));
    assertEquals(BitSet.valueOf(new long[] {1L << 8}), taken);
  }

  @Test
  void blockedSeatsLeaveTheSaleAndTheCapacityFollows() {
    String slug = seated("Blocked seats");
    String path = "/api/v1/studio/events/" + slug + "/seating";
    JsonObject wish =
        Json.createObjectBuilder()
            .add("seats", array("H-A-1", "H-B-8"))
            .add("blocked", true)
            .build();
    assertEquals(
        "BFFFFFFFFFFFFFFB",
        organizer.post(path + "/blocks", wish).expect(200).json().getString("states"));
    Fan fan = Fan.join(encore, "Sho");
    hold(fan, slug, seats("H-A-1")).expect(409, "order.seat_taken");
    hold(fan, slug, seats("H-A-2")).expect(201);
    JsonObject taken =
        Json.createObjectBuilder().add("seats", array("H-A-2")).add("blocked", true).build();
    organizer.post(path + "/blocks", taken).expect(409, "seat.not_free");
    organizer.delete(path).expect(409, "seat.seating_fixed");
  }

  @Test
  void aMapGoesOutAndComesBackAsJsonAndAsSvg() {
    String code = map(studio.venue());
    JsonObject document =
        organizer.get(MAPS + "/" + code).expect(200).json().getJsonObject("document");
    assertEquals(document, organizer.post(MAPS + "/imports", document).expect(200).json());
    Program.Answer svg = organizer.get(MAPS + "/" + code + "/svg").expect(200);
    assertTrue(svg.header("Content-Security-Policy").contains("default-src 'none'"));
    JsonObject read =
        organizer
            .send(
                "POST", MAPS + "/imports", "image/svg+xml", BodyPublishers.ofByteArray(svg.body()))
            .expect(200)
            .json();
    assertEquals(16, read.getJsonArray("blocks").getJsonObject(0).getJsonArray("seats").size());
    organizer
        .send(
            "POST",
            MAPS + "/imports",
            "image/svg+xml",
            BodyPublishers.ofString("<svg><script/></svg>"))
        .expect(422, "seat.svg_forbidden");
  }

  @Test
  void nobodyElseChangesAMap() {
    String code = map(studio.venue());
    Fan fan = Fan.join(encore, "Eve");
    fan.program().get(MAPS + "/" + code).expect(403);
    JsonObject old =
        Json.createObjectBuilder()
            .add("name", "Mine")
            .add("document", document())
            .add("version", 7)
            .build();
    organizer.put(MAPS + "/" + code, old).expect(409, "seat.map_edited_meanwhile");
    organizer.delete(MAPS + "/" + code).expect(204);
    organizer.get(MAPS + "/" + code).expect(404, "seat.map_not_found");
  }

  /** A published event of two rows of eight seats, all one type. */
  private static String seated(String title) {
    String venue = studio.venue();
    String slug =
        organizer
            .post(Studio.EVENTS, Studio.event(title, venue).build())
            .expect(201)
            .json()
            .getString("slug");
    String path = Studio.EVENTS + "/" + slug;
    organizer.post(path + "/ticket-types", Studio.ticketType(30).build()).expect(201);
    JsonObject choice =
        Json.createObjectBuilder()
            .add("seatMap", map(venue))
            .add("categories", Json.createObjectBuilder().add("A", "standing"))
            .build();
    assertEquals(16, organizer.put(path + "/seating", choice).expect(200).json().getInt("seats"));
    organizer.post(path + "/publication").expect(200);
    return slug;
  }

  private static String map(String venue) {
    JsonObject draft =
        Json.createObjectBuilder()
            .add("venue", venue)
            .add("name", "Hall")
            .add("document", document())
            .build();
    return organizer.post(MAPS, draft).expect(201).json().getJsonObject("map").getString("code");
  }

  private static JsonObject document() {
    return Json.createObjectBuilder()
        .add("format", "encore-seat-map/1")
        .add(
            "categories",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("code", "A")
                        .add("name", "All")
                        .add("colour", "#c71d5c")))
        .add(
            "blocks",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("kind", "rows")
                        .add("code", "H")
                        .add("name", "Hall")
                        .add("category", "A")
                        .add("x", 600)
                        .add("y", 200)
                        .add("rowSeats", Json.createArrayBuilder().add(8).add(8))))
        .build();
  }

  private static JsonObject seats(String... labels) {
    return Json.createObjectBuilder()
        .add("ticketType", "standing")
        .add("quantity", labels.length)
        .add("seats", array(labels))
        .build();
  }

  private static JsonArray array(String... labels) {
    return Json.createArrayBuilder(List.of(labels)).build();
  }

  private static Program.Answer hold(Fan fan, String slug, JsonObject line) {
    JsonObject wish =
        Json.createObjectBuilder().add("lines", Json.createArrayBuilder().add(line)).build();
    return fan.program().once().post("/api/v1/events/" + slug + "/reservations", wish);
  }

  private static List<String> labels(Fan fan, JsonObject reservation) {
    return fan
        .program()
        .get("/api/v1/reservations/" + reservation.getString("code") + "/seats")
        .expect(200)
        .array()
        .stream()
        .map(seat -> seat.asJsonObject().getString("label"))
        .sorted()
        .toList();
  }

  private static String states(String slug) {
    return organizer
        .get("/api/v1/studio/events/" + slug + "/seating/states")
        .expect(200)
        .json()
        .getString("states");
  }
}
