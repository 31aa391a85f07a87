package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import fan.encore.local.sim.SimulatorClient;
import fan.encore.program.Fan;
import fan.encore.program.Program;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an organizer does after the first evening is drafted: repeat, look, move, call off. */
class EventFateJourneyIT extends Journey {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

  private final String title = "Riverside " + UUID.randomUUID().toString().substring(0, 8);
  private final Program organizer =
      new Program(encore.url()).signedIn("organizer@encore.example", PASSWORD);

  @Test
  void aSeriesIsMadeLookedAtPublishedMovedAndCalledOff() {
    signIn("organizer@encore.example");
    String slug = draft();
    makesASeries(slug);
    previews(slug);
    publishesAll(slug);
    Fan fan = Fan.join(encore, "Yui");
    String order = fan.buys(encore, slug, type(slug), 2);
    postpones(slug);
    told(fan, "has a new date");
    callsOff(slug);
    told(fan, "is cancelled");
    SimulatorClient.await(() -> refunded(fan, order), Duration.ofSeconds(60));
    assertTrue(
        fan.tickets(order).stream()
            .allMatch(ticket -> ticket.getString("status").equals("CANCELLED")));
    page.reload();
    assertThat(page.locator("#refunds")).containsText("1 of 1");
    look();
    picture("studio-event-cancelled");
  }

  /** A draft with one ticket type, made through the API: the form has a journey of its own. */
  private String draft() {
    String venue =
        organizer
            .get("/api/v1/studio/venues")
            .expect(200)
            .array()
            .getJsonObject(0)
            .getString("code");
    JsonObject draft =
        jakarta.json.Json.createObjectBuilder()
            .add("title", title)
            .add("description", "By the water.")
            .add("category", "CONCERT")
            .add("venueCode", venue)
            .add("currency", "JPY")
            .add("startsAt", TODAY.plusDays(10) + "T19:00:00")
            .add("endsAt", TODAY.plusDays(10) + "T21:00:00")
            .build();
    String slug =
        organizer.post("/api/v1/studio/events", draft).expect(201).json().getString("slug");
    JsonObject type =
        jakarta.json.Json.createObjectBuilder()
            .add("name", "Standing")
            .add("description", "")
            .add("priceMinor", 4200)
            .add("capacity", 30)
            .add("saleFrom", TODAY.minusDays(2) + "T10:00:00")
            .add("saleUntil", TODAY.plusDays(10) + "T19:00:00")
            .add("maxPerOrder", 4)
            .build();
    organizer.post("/api/v1/studio/events/" + slug + "/ticket-types", type).expect(201);
    return slug;
  }

  private void makesASeries(String slug) {
    visit("/studio/event?slug=" + slug);
    field("copies:seriesOpen").click();
    assertThat(field("seriesForm:until_input")).isVisible();
    field("seriesForm:until_input").fill(TODAY.plusDays(24).toString());
    page.keyboard().press("Tab");
    look();
    field("seriesForm:makeSeries").click();
    page.waitForURL(url -> url.contains("done=series_made"));
    assertThat(page.locator("main")).containsText("The other dates were made as drafts.");
    assertThat(page.locator(".date-list li")).hasCount(3);
    picture("studio-event-series");
  }

  private void previews(String slug) {
    visit("/studio/event-preview?slug=" + slug);
    assertThat(page.locator("h1")).hasText(title);
    assertThat(page.locator("main")).containsText("This is how fans will see the event.");
    picture("studio-event-preview");
  }

  private void publishesAll(String slug) {
    visit("/studio/event?slug=" + slug);
    field("copies:publishSeries").click();
    page.waitForURL(url -> url.contains("done=series_published"));
    assertThat(page.locator("main")).containsText("All dates of the series are published.");
    page.locator("a[href^='/event/series']").click();
    page.waitForURL(url -> url.contains("/event/series"));
    assertThat(page.locator(".series-date")).hasCount(3);
    look();
    picture("event-series");
  }

  private void postpones(String slug) {
    visit("/studio/event?slug=" + slug);
    field("fate:postponeOpen").click();
    assertThat(field("postponeForm:newStart_input")).isVisible();
    field("postponeForm:newStart_input").fill(TODAY.plusDays(30) + " 19:00");
    field("postponeForm:words").dispatchEvent("mousedown");
    field("postponeForm:newEnd_input").fill(TODAY.plusDays(30) + " 21:00");
    field("postponeForm:words").dispatchEvent("mousedown");
    field("postponeForm:refundUntil_input").fill(TODAY.plusDays(20) + " 23:00");
    field("postponeForm:words").dispatchEvent("mousedown");
    field("postponeForm:words").fill("The river is too high.");
    look();
    field("postponeForm:postpone").click();
    page.waitForURL(url -> url.contains("done=postponed"));
    assertThat(page.locator("main")).containsText("The event was moved.");
    visit("/event/detail?slug=" + slug);
    assertThat(page.locator("main")).containsText("This event was moved from");
    assertThat(page.locator("main")).containsText("The river is too high.");
    picture("event-postponed");
  }

  private void callsOff(String slug) {
    visit("/studio/event?slug=" + slug);
    field("fate:cancelOpen").click();
    assertThat(field("cancelForm:words")).isVisible();
    field("cancelForm:words").fill("The river took the stage.");
    page.locator("[id='cancelForm:sure'] .ui-chkbox-box").click();
    look();
    picture("studio-event-cancel");
    field("cancelForm:cancelNow").click();
    page.waitForURL(url -> url.contains("done=cancelled"));
    assertThat(page.locator("main")).containsText("The event is cancelled.");
  }

  private static List<JsonObject> refunded(Fan fan, String order) {
    return Stream.of(fan.program().get("/api/v1/orders/" + order).expect(200).json())
        .filter(seen -> seen.getString("status").equals("REFUNDED"))
        .toList();
  }

  private void told(Fan fan, String words) {
    SimulatorClient.await(
        () ->
            encore.simulator().mails(fan.email()).stream()
                .filter(mail -> mail.getString("subject").contains(words))
                .toList(),
        Duration.ofSeconds(60));
  }

  private String type(String slug) {
    return new Program(encore.url())
        .get("/api/v1/events/" + slug)
        .expect(200)
        .json()
        .getJsonArray("ticketTypes")
        .getJsonObject(0)
        .getString("code");
  }

  private Locator field(String id) {
    return page.locator("[id='" + id + "']");
  }
}
