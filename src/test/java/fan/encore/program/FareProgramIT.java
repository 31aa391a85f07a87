package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.local.RunningEncore;
import fan.encore.program.Program.Answer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several ticket types for the same seats over the API: set up, bought, given back, copied. */
class FareProgramIT {

  private static RunningEncore encore;
  private static Program organizer;
  private static SeatStudio seats;

  @BeforeAll
  static void open() {
    encore = RunningEncore.get();
    organizer = new Program(encore.url()).signedIn("organizer@encore.example", "encore-demo-2026");
    seats = new SeatStudio(organizer);
  }

  @Test
  void seatsAreBoughtAsDifferentTypesOfOneCategory() {
    String slug = family("Seats for families");
    assertEquals(List.of("standing 4200", "child 2100"), offered(slug));
    Fan fan = Fan.join(encore, "Mio");
    JsonObject held =
        holds(fan, slug, seat("standing", "H-A-2", "H-A-3"), seat("child", "H-A-4"))
            .expect(201)
            .json();
    assertEquals(List.of("H-A-2 standing", "H-A-3 standing", "H-A-4 child"), bought(fan, held));
    holds(fan, slug, seat("child", "H-A-2")).expect(409, "order.seat_taken");
    holds(fan, slug, seat("child", "H-B-1", "H-B-1")).expect(422, "seat.mismatch");
    assertEquals("FHHHFFFFFFFFFFFF", seats.states(slug));
    assertEquals(List.of(13, 13), List.of(free(slug, 0), free(slug, 1)));
    assertEquals("[]", organizer.get(Studio.EVENTS + "/" + slug + "/quotas").array().toString());
  }

  @Test
  void theBestSeatsForAFamilyAreNextToEachOther() {
    String slug = family("Best for families");
    Fan fan = Fan.join(encore, "Noa");
    JsonObject held = holds(fan, slug, count("child", 1), count("standing", 2)).expect(201).json();
    assertEquals(List.of("H-A-3 standing", "H-A-4 standing", "H-A-5 child"), bought(fan, held));
  }

  @Test
  void aChildsTicketSaysSoAndFreesItsSeatWhenItGoesBack() {
    String slug = family("Children's tickets");
    Fan fan = Fan.join(encore, "Rei");
    String order = fan.buys(encore, slug, "child", 1);
    JsonObject ticket = fan.tickets(order).get(0);
    assertEquals("Child", ticket.getString("type"));
    String label = ticket.getJsonObject("seat").getString("label");
    assertEquals(1, seats.states(slug).chars().filter(state -> state == 'S').count(), label);
    JsonObject all = Json.createObjectBuilder().add("reason", "Ill").build();
    organizer.once().post("/api/v1/studio/orders/" + order + "/refunds", all).expect(201);
    assertEquals("F".repeat(16), seats.states(slug));
    holds(fan, slug, seat("standing", label)).expect(201);
  }

  @Test
  void aFareComesAndGoesWhileNothingOfItIsSold() {
    String slug = family("Fares that change");
    organizer.put(path(slug), fares("child", "standing")).expect(409, "seat.fare_refused");
    organizer.put(path(slug), fares("standing", "nobody")).expect(409, "seat.fare_refused");
    Fan fan = Fan.join(encore, "Sou");
    JsonObject held = holds(fan, slug, count("child", 1)).expect(201).json();
    organizer.put(path(slug), fares("standing")).expect(409, "seat.fare_refused");
    fan.program().delete("/api/v1/reservations/" + held.getString("code")).expect(204);
    organizer.put(path(slug), fares("standing")).expect(200);
    assertEquals(0, free(slug, 1));
    holds(fan, slug, count("child", 1)).expect(409, "order.seats_taken");
    JsonObject again = organizer.put(path(slug), fares("standing", "child")).expect(200).json();
    assertEquals(
        "[\"child\"]", again.getJsonArray("categories").getJsonObject(0).get("fares").toString());
    assertEquals(16, free(slug, 1));
  }

  @Test
  void aCopyHasTheSameFaresOnSeatsOfItsOwn() {
    String slug = family("Copied fares");
    Fan fan = Fan.join(encore, "Yua");
    holds(fan, slug, count("child", 1)).expect(201);
    JsonObject day =
        Json.createObjectBuilder().add("startsAt", LocalDate.now().plusDays(40) + "T19:00").build();
    String copy =
        organizer
            .post(Studio.EVENTS + "/" + slug + "/copies", day)
            .expect(201)
            .json()
            .getString("slug");
    assertEquals(
        organizer.get(Studio.EVENTS + "/" + slug + "/seating").json(),
        organizer.get(Studio.EVENTS + "/" + copy + "/seating").json());
    assertEquals(List.of(16, 16), List.of(free(copy, 0), free(copy, 1)));
    assertEquals(List.of(15, 15), List.of(free(slug, 0), free(slug, 1)));
    organizer.put(path(copy), fares("standing")).expect(200);
    assertEquals(List.of(16, 0), List.of(free(copy, 0), free(copy, 1)));
    assertEquals(List.of(15, 15), List.of(free(slug, 0), free(slug, 1)));
  }

  /** A published event whose sixteen seats are sold to adults and to children. */
  private static String family(String title) {
    String slug = seats.seated(title);
    JsonObject child = Studio.ticketType(1).add("name", "Child").add("priceMinor", 2100).build();
    organizer.post(Studio.EVENTS + "/" + slug + "/ticket-types", child).expect(201);
    organizer.put(path(slug), fares("standing", "child")).expect(200);
    return slug;
  }

  private static String path(String slug) {
    return Studio.EVENTS + "/" + slug + "/seating/fares";
  }

  private static JsonObject fares(String leading, String... fares) {
    return Json.createObjectBuilder()
        .add("ticketType", leading)
        .add("fares", SeatStudio.array(fares))
        .build();
  }

  /** What the map tells fans about its category. */
  private static List<String> offered(String slug) {
    JsonArray types =
        new Program(encore.url())
            .get("/api/v1/events/" + slug + "/seats")
            .expect(200)
            .json()
            .getJsonArray("categories")
            .getJsonObject(0)
            .getJsonArray("fares");
    return types.getValuesAs(JsonObject.class).stream()
        .map(type -> type.getString("ticketType") + " " + type.getInt("priceMinor"))
        .toList();
  }

  private static int free(String slug, int place) {
    return organizer
        .get(Studio.EVENTS + "/" + slug)
        .expect(200)
        .json()
        .getJsonArray("ticketTypes")
        .getJsonObject(place)
        .getInt("free");
  }

  private static JsonObject seat(String type, String... labels) {
    return Json.createObjectBuilder(count(type, labels.length))
        .add("seats", SeatStudio.array(labels))
        .build();
  }

  private static JsonObject count(String type, int quantity) {
    return Json.createObjectBuilder().add("ticketType", type).add("quantity", quantity).build();
  }

  private static Answer holds(Fan fan, String slug, JsonObject... lines) {
    JsonObject wish =
        Json.createObjectBuilder().add("lines", Json.createArrayBuilder(List.of(lines))).build();
    return fan.program().once().post("/api/v1/events/" + slug + "/reservations", wish);
  }

  private static List<String> bought(Fan fan, JsonObject reservation) {
    return fan
        .program()
        .get("/api/v1/reservations/" + reservation.getString("code") + "/seats")
        .expect(200)
        .array()
        .getValuesAs(JsonObject.class)
        .stream()
        .map(seat -> seat.getString("label") + " " + seat.getString("ticketType"))
        .toList();
  }
}
