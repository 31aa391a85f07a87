package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an event may be beside one evening in one hall, through the API. */
class HappeningProgramIT {

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Program organizer =
      new Program(encore.url()).signedIn("organizer@encore.example", "encore-demo-2026");
  private final Studio studio = new Studio(organizer);

  @Test
  void anOnlineEventInTwoLanguagesKeepsItsLinkFromStrangers() {
    String title = "Night Stream " + UUID.randomUUID();
    JsonObject draft =
        Studio.event(title, "ignored")
            .remove("venueCode")
            .add("attendance", "ONLINE")
            .add("zone", "Asia/Tokyo")
            .add("onlineLink", "https://stream.example/secret")
            .add("language", "en")
            .add("otherTitle", "夜の配信")
            .add("minAge", 18)
            .build();
    String slug = organizer.post(Studio.EVENTS, draft).expect(201).json().getString("slug");
    String path = Studio.EVENTS + "/" + slug;
    organizer.post(path + "/ticket-types", Studio.ticketType(5).build()).expect(201);
    JsonObject mine = organizer.post(path + "/publication").expect(200).json();
    assertEquals("https://stream.example/secret", mine.getJsonObject("online").getString("link"));
    JsonObject seen = stranger.get("/api/v1/events/" + slug).expect(200).json();
    assertEquals("ONLINE", seen.getString("attendance"));
    assertEquals(18, seen.getInt("minAge"));
    assertEquals("夜の配信", seen.getJsonObject("translation").getString("title"));
    assertFalse(seen.toString().contains("secret"), seen::toString);
  }

  @Test
  void aLinkMustBeSafeAndAHallMustBeNamed() {
    JsonObject plain =
        Studio.event("Plain", studio.venue())
            .add("attendance", "HYBRID")
            .add("onlineLink", "javascript:alert(1)")
            .build();
    organizer.post(Studio.EVENTS, plain).expect(422, "events.link_unusable");
    JsonObject nowhere = Studio.event("Nowhere", "x").remove("venueCode").build();
    organizer.post(Studio.EVENTS, nowhere).expect(422, "events.venue_needed");
  }

  @Test
  void anEventShowsSeveralPicturesInTheOrganizersOrder() {
    String slug = studio.creates("Gallery " + UUID.randomUUID());
    String path = Studio.EVENTS + "/" + slug;
    shows(path, "The+hall");
    JsonObject two = shows(path, "The+band");
    assertEquals("The hall", two.getJsonArray("pictures").getJsonObject(0).getString("alt"));
    int band = two.getJsonArray("pictures").getJsonObject(1).getInt("id");
    JsonObject turned =
        organizer
            .put(path + "/pictures/" + band + "/first", JsonObject.EMPTY_JSON_OBJECT)
            .expect(200)
            .json();
    assertEquals("The band", turned.getJsonArray("pictures").getJsonObject(0).getString("alt"));
    JsonObject one = organizer.delete(path + "/pictures/" + band).expect(200).json();
    assertEquals(1, one.getJsonArray("pictures").size());
    assertTrue(one.getString("picture").startsWith("/media/public/event/"));
  }

  private JsonObject shows(String path, String alt) {
    return organizer
        .send(
            "POST",
            path + "/pictures?alt=" + alt,
            "image/png",
            BodyPublishers.ofByteArray(Studio.picture()))
        .expect(201)
        .json();
  }

  @Test
  void searchFindsWordsOfBothLanguages() {
    String mark = "Q" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    JsonObject draft =
        Studio.event("Étoile " + mark, studio.venue()).add("otherTitle", "東京シンフォニー" + mark).build();
    String slug = organizer.post(Studio.EVENTS, draft).expect(201).json().getString("slug");
    String path = Studio.EVENTS + "/" + slug;
    organizer.post(path + "/ticket-types", Studio.ticketType(5).build()).expect(201);
    organizer.post(path + "/publication").expect(200);
    for (String words : List.of("etoil", "ETOILE", "シンフォニ", "東", "東京", "しんふぉにー", "yokohama")) {
      assertEquals(1, found(words + " " + mark), words);
    }
    assertEquals(0, found("京東 " + mark));
    assertEquals(0, found("toile " + mark), "not the middle of a word");
    assertEquals(1, found(mark + "&currency=JPY&maxPriceMinor=4200"));
    assertEquals(0, found(mark + "&maxPriceMinor=4199"));
    assertEquals(0, found(mark + "&free=true"));
    assertEquals(0, found(mark + "&attendance=ONLINE"));
    assertEquals(1, found(mark + "&attendance=VENUE&age=3"));
  }

  private int found(String query) {
    String[] parts = query.split("&", 2);
    String words = URLEncoder.encode(parts[0], StandardCharsets.UTF_8);
    String more = parts.length > 1 ? "&" + parts[1] : "";
    return stranger
        .get("/api/v1/events?query=" + words + more)
        .expect(200)
        .json()
        .getJsonArray("items")
        .size();
  }

  @Test
  void aSeriesIsMadeEditedAndPublishedTogether() {
    String title = "Residency " + UUID.randomUUID();
    String slug = studio.creates(title);
    String path = Studio.EVENTS + "/" + slug;
    organizer.post(path + "/ticket-types", Studio.ticketType(7).build()).expect(201);
    JsonObject first = organizer.get(path).expect(200).json();
    String day = first.getString("startsAt").substring(0, 10);
    JsonObject rule =
        Json.createObjectBuilder()
            .add("kind", "WEEKLY")
            .add("every", 1)
            .add("until", LocalDate.parse(day).plusWeeks(3).toString())
            .build();
    String code = organizer.post(path + "/series", rule).expect(201).json().getString("code");
    organizer.post(path + "/series", rule).expect(409, "events.already_in_series");
    stranger.get("/api/v1/series/" + code).expect(404, "events.series_not_found");
    String venue = first.getJsonObject("venue").getString("code");
    JsonObject longer = Studio.event(title + " II", venue).build();
    assertEquals(4, organizer.put(path + "/following", longer).expect(200).json().getInt("dates"));
    assertEquals(
        4, organizer.post(path + "/series/publication").expect(200).json().getInt("dates"));
    JsonObject seen = stranger.get("/api/v1/series/" + code).expect(200).json();
    assertEquals(4, seen.getJsonArray("dates").size());
    JsonObject last = seen.getJsonArray("dates").getJsonObject(3);
    assertEquals(title + " II", last.getString("title"));
    assertEquals(
        Instant.parse(first.getString("startsAt")).plus(Duration.ofDays(21)),
        Instant.parse(last.getString("startsAt")));
    JsonObject detail = stranger.get("/api/v1/events/" + last.getString("slug")).json();
    assertEquals(7, detail.getJsonArray("ticketTypes").getJsonObject(0).getInt("free"));
  }

  @Test
  void whatIsMovedToAnOpenDateSellsNothingUntilTheDateIsKnown() {
    String slug = studio.publishes("Storm " + UUID.randomUUID());
    String path = Studio.EVENTS + "/" + slug;
    JsonObject open = Json.createObjectBuilder().add("words", "A storm is coming.").build();
    organizer.post(path + "/postponement", open).expect(200);
    JsonObject seen = stranger.get("/api/v1/events/" + slug).expect(200).json();
    assertEquals("POSTPONED", seen.getString("status"));
    assertTrue(seen.getJsonObject("moved").getBoolean("dateOpen"));
    assertTrue(calendar("event.ics?slug=" + slug).contains("STATUS:TENTATIVE"));
    Fan fan = Fan.join(encore, "Aki");
    String reservations = "/api/v1/events/" + slug + "/reservations";
    fan.program().once().post(reservations, wish()).expect(409, "event.not_on_sale");
    String day = LocalDate.now().plusDays(40) + "T19:00:00";
    JsonObject known = Json.createObjectBuilder().add("words", "").add("startsAt", day).build();
    organizer.post(path + "/postponement", known).expect(200);
    fan.program().once().post(reservations, wish()).expect(201);
    assertTrue(calendar("event.ics?slug=" + slug).contains("STATUS:CONFIRMED"));
    JsonObject off = Json.createObjectBuilder().add("words", "").build();
    organizer.post(path + "/cancellation", off).expect(200);
    fan.program().once().post(reservations, wish()).expect(409, "event.not_on_sale");
    assertTrue(calendar("organizer.ics?of=" + slug).contains("STATUS:CANCELLED"));
    organizer.post(path + "/cancellation", off).expect(409, "events.not_cancellable");
  }

  private String calendar(String what) {
    Program.Answer answer = stranger.get("/calendar/" + what).expect(200);
    assertEquals("text/calendar;charset=UTF-8", answer.header("Content-Type").replace(" ", ""));
    return answer.text();
  }

  private static JsonObject wish() {
    return Json.createObjectBuilder()
        .add(
            "lines",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("ticketType", "standing").add("quantity", 1)))
        .build();
  }

  @Test
  void aCopyIsADraftOnAnotherDay() {
    String slug = studio.publishes("Original " + UUID.randomUUID());
    JsonObject wish =
        Json.createObjectBuilder()
            .add("title", "Copy")
            .add("startsAt", LocalDate.now().plusDays(30) + "T18:00:00")
            .build();
    JsonObject copy =
        organizer.post(Studio.EVENTS + "/" + slug + "/copies", wish).expect(201).json();
    assertEquals("DRAFT", copy.getString("status"));
    assertEquals("Copy", copy.getString("title"));
    assertEquals(30, copy.getJsonArray("ticketTypes").getJsonObject(0).getInt("free"));
    stranger.get("/api/v1/events/" + copy.getString("slug")).expect(404, "event.not_found");
  }
}
