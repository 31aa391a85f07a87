package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Copies of events with seats, and the dates of a series in a hall. */
class SeatCopyProgramIT {

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
  void aCopyHasTheSameSeatsAndNothingSold() {
    String slug = seats.seated("Copied seats");
    block(slug, "H-A-1");
    Fan.join(encore, "Ima").buys(encore, slug, "standing", 2);
    assertEquals("BFFSSFFFFFFFFFFF", seats.states(slug));
    JsonObject day =
        Json.createObjectBuilder().add("startsAt", LocalDate.now().plusDays(40) + "T19:00").build();
    String copy =
        organizer
            .post(Studio.EVENTS + "/" + slug + "/copies", day)
            .expect(201)
            .json()
            .getString("slug");
    assertSeatsLike(slug, copy);
  }

  @Test
  void theDatesOfASeriesHaveTheSameSeats() {
    String slug = seats.seated("Seated series");
    String path = Studio.EVENTS + "/" + slug;
    String day = organizer.get(path).expect(200).json().getString("startsAt").substring(0, 10);
    JsonObject rule =
        Json.createObjectBuilder()
            .add("kind", "WEEKLY")
            .add("every", 1)
            .add("until", LocalDate.parse(day).plusWeeks(2).toString())
            .build();
    String code = organizer.post(path + "/series", rule).expect(201).json().getString("code");
    organizer.post(path + "/series/publication").expect(200);
    JsonArray dates =
        new Program(encore.url()).get("/api/v1/series/" + code).json().getJsonArray("dates");
    assertEquals(3, dates.size());
    for (JsonObject date : dates.getValuesAs(JsonObject.class)) {
      assertSeatsLike(slug, date.getString("slug"));
    }
    String last = dates.getJsonObject(2).getString("slug");
    Fan fan = Fan.join(encore, "Nao");
    JsonObject held =
        SeatStudio.hold(fan, last, SeatStudio.seats("H-A-4", "H-A-5")).expect(201).json();
    assertEquals(List.of("H-A-4", "H-A-5"), SeatStudio.labels(fan, held));
    assertEquals("FFFHHFFFFFFFFFFF", seats.states(last));
    assertEquals("FFFFFFFFFFFFFFFF", seats.states(slug));
  }

  @Test
  void ticketsOfACopyChangeHandsByTheSameTerms() {
    String slug = seats.seated("Copied terms");
    String path = Studio.EVENTS + "/" + slug;
    String day = organizer.get(path).expect(200).json().getString("startsAt").substring(0, 10);
    Instant closes = instant(organizer.get(path).json(), "startsAt").minus(Duration.ofHours(30));
    JsonObject resale =
        Json.createObjectBuilder()
            .add("allowed", true)
            .add("feePerMille", 120)
            .add("closesAt", closes.toString())
            .build();
    organizer.put(path + "/resale-offers/terms", resale).expect(200);
    JsonObject sending =
        Json.createObjectBuilder()
            .add("transfersAllowed", false)
            .add("renamesAllowed", true)
            .build();
    organizer.put(path + "/transfers/terms", sending).expect(200);
    JsonObject wish =
        Json.createObjectBuilder()
            .add("startsAt", LocalDate.parse(day).plusDays(7) + "T19:00")
            .build();
    String copy = organizer.post(path + "/copies", wish).expect(201).json().getString("slug");
    String copied = Studio.EVENTS + "/" + copy;
    JsonObject sold = organizer.get(copied + "/resale-offers/terms").expect(200).json();
    assertTrue(sold.getBoolean("allowed"));
    assertEquals(120, sold.getInt("feePerMille"));
    assertEquals(
        Duration.ofHours(30),
        Duration.between(
            instant(sold, "closesAt"), instant(organizer.get(copied).json(), "startsAt")));
    JsonObject sent = organizer.get(copied + "/transfers/terms").expect(200).json();
    assertFalse(sent.getBoolean("transfersAllowed"));
    assertTrue(sent.getBoolean("renamesAllowed"));
  }

  private static Instant instant(JsonObject of, String name) {
    return Instant.parse(of.getString(name));
  }

  /** The same map and as many seats to sell as before the first one was sold. */
  private void assertSeatsLike(String slug, String copy) {
    assertEquals(seats.states(slug).replace('S', 'F'), seats.states(copy));
    JsonObject seating = organizer.get(Studio.EVENTS + "/" + copy + "/seating").expect(200).json();
    assertEquals(organizer.get(Studio.EVENTS + "/" + slug + "/seating").json(), seating);
    JsonObject type =
        organizer
            .get(Studio.EVENTS + "/" + copy)
            .expect(200)
            .json()
            .getJsonArray("ticketTypes")
            .getJsonObject(0);
    assertEquals(seats.states(copy).replace("B", "").length(), type.getInt("free"));
  }

  private void block(String slug, String seat) {
    JsonObject wish =
        Json.createObjectBuilder()
            .add("seats", SeatStudio.array(seat))
            .add("blocked", true)
            .build();
    organizer.post(Studio.EVENTS + "/" + slug + "/seating/blocks", wish).expect(200);
  }
}
