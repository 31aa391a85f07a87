package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;

/** Makes events with seats over the API, and holds seats of them. */
final class SeatStudio {

  static final String MAPS = "/api/v1/studio/seat-maps";

  private final Program organizer;
  private final Studio studio;

  SeatStudio(Program organizer) {
    this.organizer = organizer;
    this.studio = new Studio(organizer);
  }

  /** A published event of two rows of eight seats, all one type. */
  String seated(String title) {
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

  String map(String venue) {
    JsonObject draft =
        Json.createObjectBuilder()
            .add("venue", venue)
            .add("name", "Hall")
            .add("document", document())
            .build();
    return organizer.post(MAPS, draft).expect(201).json().getJsonObject("map").getString("code");
  }

  static JsonObject document() {
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

  static JsonObject seats(String... labels) {
    return Json.createObjectBuilder()
        .add("ticketType", "standing")
        .add("quantity", labels.length)
        .add("seats", array(labels))
        .build();
  }

  static JsonArray array(String... labels) {
    return Json.createArrayBuilder(List.of(labels)).build();
  }

  static Program.Answer hold(Fan fan, String slug, JsonObject line) {
    JsonObject wish =
        Json.createObjectBuilder().add("lines", Json.createArrayBuilder().add(line)).build();
    return fan.program().once().post("/api/v1/events/" + slug + "/reservations", wish);
  }

  static List<String> labels(Fan fan, JsonObject reservation) {
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

  String states(String slug) {
    return organizer
        .get("/api/v1/studio/events/" + slug + "/seating/states")
        .expect(200)
        .json()
        .getString("states");
  }
}
