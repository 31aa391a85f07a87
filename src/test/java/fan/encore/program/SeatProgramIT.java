package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Seat maps and seats over the API: from a drawing to a seat in the hand, and back. */
class SeatProgramIT {

  private static RunningEncore encore;
  private static Program organizer;
  private static Studio studio;
  private static SeatStudio seats;

  @BeforeAll
  static void open() {
    encore = RunningEncore.get();
    organizer = new Program(encore.url()).signedIn("organizer@encore.example", "encore-demo-2026");
    studio = new Studio(organizer);
    seats = new SeatStudio(organizer);
  }

  @Test
  void seatsAreChosenHeldAndGivenBack() {
    String slug = seats.seated("Chosen seats");
    Fan fan = Fan.join(encore, "Mei");
    JsonObject held =
        SeatStudio.hold(fan, slug, SeatStudio.seats("H-A-2", "H-A-3")).expect(201).json();
    assertEquals(List.of("H-A-2", "H-A-3"), SeatStudio.labels(fan, held));
    SeatStudio.hold(fan, slug, SeatStudio.seats("H-A-3", "H-A-4")).expect(409, "order.seat_taken");
    SeatStudio.hold(fan, slug, SeatStudio.seats("H-A-99")).expect(422, "seat.unknown");
    SeatStudio.hold(fan, slug, SeatStudio.seats("H-A-4", "H-A-4")).expect(422, "seat.mismatch");
    assertEquals("FHHFFFFFFFFFFFFF", seats.states(slug));
    fan.program().delete("/api/v1/reservations/" + held.getString("code")).expect(204);
    assertEquals("FFFFFFFFFFFFFFFF", seats.states(slug));
  }

  @Test
  void theBestSeatsAreThoseInTheMiddleOfTheFirstRow() {
    String slug = seats.seated("Best seats");
    Fan fan = Fan.join(encore, "Ken");
    JsonObject line =
        Json.createObjectBuilder().add("ticketType", "standing").add("bestAvailable", 2).build();
    JsonObject held = SeatStudio.hold(fan, slug, line).expect(201).json();
    assertEquals(List.of("H-A-4", "H-A-5"), SeatStudio.labels(fan, held));
    JsonObject plain =
        Json.createObjectBuilder().add("ticketType", "standing").add("quantity", 2).build();
    assertEquals(
        2, SeatStudio.labels(fan, SeatStudio.hold(fan, slug, plain).expect(201).json()).size());
  }

  @Test
  void aTicketKnowsItsSeat() {
    String slug = seats.seated("Seats on tickets");
    Fan fan = Fan.join(encore, "Aya");
    String order = fan.buys(encore, slug, "standing", 2);
    List<String> labels =
        fan.tickets(order).stream()
            .map(ticket -> ticket.getJsonObject("seat").getString("label"))
            .sorted()
            .toList();
    assertEquals(List.of("H-A-4", "H-A-5"), labels);
    assertEquals("FFFSSFFFFFFFFFFF", seats.states(slug));
  }

  @Test
  void availabilityIsToldInBitsAndOnlyWhenItChanged() throws Exception {
    String slug = seats.seated("Polled seats");
    Program stranger = new Program(encore.url());
    String path = "/api/v1/events/" + slug + "/seats";
    JsonObject plan = stranger.get(path).expect(200).json();
    assertEquals(2, plan.getJsonArray("rows").size());
    Program.Answer before = stranger.get(path + "/availability").expect(200);
    assertEquals(16, before.json().getInt("free"));
    assertEquals(
        304,
        stranger.with("If-None-Match", before.header("ETag")).get(path + "/availability").status());
    SeatStudio.hold(Fan.join(encore, "Rui"), slug, SeatStudio.seats("H-B-1")).expect(201);
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
    String slug = seats.seated("Blocked seats");
    String path = "/api/v1/studio/events/" + slug + "/seating";
    JsonObject wish =
        Json.createObjectBuilder()
            .add("seats", SeatStudio.array("H-A-1", "H-B-8"))
            .add("blocked", true)
            .build();
    assertEquals(
        "BFFFFFFFFFFFFFFB",
        organizer.post(path + "/blocks", wish).expect(200).json().getString("states"));
    Fan fan = Fan.join(encore, "Sho");
    SeatStudio.hold(fan, slug, SeatStudio.seats("H-A-1")).expect(409, "order.seat_taken");
    SeatStudio.hold(fan, slug, SeatStudio.seats("H-A-2")).expect(201);
    JsonObject taken =
        Json.createObjectBuilder()
            .add("seats", SeatStudio.array("H-A-2"))
            .add("blocked", true)
            .build();
    organizer.post(path + "/blocks", taken).expect(409, "seat.not_free");
    organizer.delete(path).expect(409, "seat.seating_fixed");
  }

  @Test
  void aMapGoesOutAndComesBackAsJsonAndAsSvg() {
    String code = seats.map(studio.venue());
    JsonObject document =
        organizer.get(SeatStudio.MAPS + "/" + code).expect(200).json().getJsonObject("document");
    assertEquals(
        document, organizer.post(SeatStudio.MAPS + "/imports", document).expect(200).json());
    Program.Answer svg = organizer.get(SeatStudio.MAPS + "/" + code + "/svg").expect(200);
    assertTrue(svg.header("Content-Security-Policy").contains("default-src 'none'"));
    JsonObject read =
        organizer
            .send(
                "POST",
                SeatStudio.MAPS + "/imports",
                "image/svg+xml",
                BodyPublishers.ofByteArray(svg.body()))
            .expect(200)
            .json();
    assertEquals(16, read.getJsonArray("blocks").getJsonObject(0).getJsonArray("seats").size());
    organizer
        .send(
            "POST",
            SeatStudio.MAPS + "/imports",
            "image/svg+xml",
            BodyPublishers.ofString("<svg><script/></svg>"))
        .expect(422, "seat.svg_forbidden");
  }

  @Test
  void nobodyElseChangesAMap() {
    String code = seats.map(studio.venue());
    Fan fan = Fan.join(encore, "Eve");
    fan.program().get(SeatStudio.MAPS + "/" + code).expect(403);
    JsonObject old =
        Json.createObjectBuilder()
            .add("name", "Mine")
            .add("document", SeatStudio.document())
            .add("version", 7)
            .build();
    organizer.put(SeatStudio.MAPS + "/" + code, old).expect(409, "seat.map_edited_meanwhile");
    organizer.delete(SeatStudio.MAPS + "/" + code).expect(204);
    organizer.get(SeatStudio.MAPS + "/" + code).expect(404, "seat.map_not_found");
  }
}
