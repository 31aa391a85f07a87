package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fan.encore.program.Fan;
import fan.encore.program.Program;
import fan.encore.program.Studio;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A hot sale: the organizer opens a waiting room, a fan waits in it and comes to her tickets. */
class WaitingRoomJourneyIT extends Journey {

  private static final int SECONDS_UNTIL_THE_DRAW = 12;
  private static final double PATIENCE_MS = 60_000;

  private final Program organizer =
      new Program(encore.url()).signedIn("organizer@encore.example", "encore-demo-2026");

  @Test
  void aFanWaitsForTheDrawAndIsBroughtToHerTickets() {
    String slug =
        new Studio(organizer)
            .publishes("Hot Ticket " + UUID.randomUUID().toString().substring(0, 8));
    opens(slug);
    Fan fan = Fan.join(encore, "Sora");
    Fan rival = Fan.join(encore, "Ren");
    rival.program().post(queue(slug), Json.createObjectBuilder().build()).expect(201);
    isRefusedAtTheApi(slug, rival);
    signIn(fan.email(), fan.password());
    visit("/event/detail?slug=" + slug);
    page.locator("a[href='/event/queue?slug=" + slug + "']").first().click();
    picture("waiting-room-enter");
    look();
    page.locator("[data-enter]").click();
    assertThat(page.locator("[data-queue][data-live=true]")).isVisible();
    picture("waiting-room-wait");
    look();
    page.waitForURL(
        url -> url.contains("/event/detail?slug=" + slug),
        new Page.WaitForURLOptions().setTimeout(PATIENCE_MS));
    picture("waiting-room-tickets");
    look();
    reserves();
    checksTheDraw(slug, fan);
    watches(slug);
  }

  private void opens(String slug) {
    Instant now = Instant.now();
    JsonObject wish =
        Json.createObjectBuilder()
            .add("opensAt", now.minusSeconds(60).toString())
            .add("drawAt", now.plusSeconds(SECONDS_UNTIL_THE_DRAW).toString())
            .add("leastPerMinute", 60)
            .add("mostPerMinute", 600)
            .add("admissionMinutes", 10)
            .build();
    organizer.put("/api/v1/studio/events/" + slug + "/queue", wish).expect(200);
  }

  private static String queue(String slug) {
    return "/api/v1/events/" + slug + "/queue";
  }

  private static void isRefusedAtTheApi(String slug, Fan fan) {
    JsonObject line =
        Json.createObjectBuilder().add("ticketType", "standing").add("quantity", 1).build();
    JsonObject wish =
        Json.createObjectBuilder().add("lines", Json.createArrayBuilder().add(line)).build();
    String path = "/api/v1/events/" + slug + "/reservations";
    fan.program().once().post(path, wish).expect(403, "order.not_admitted");
  }

  private void reserves() {
    page.locator("button.event-choose").click();
    page.locator("[id='reservation:reserve']").click();
    page.waitForURL(url -> url.contains("reservation="));
    assertThat(page.locator("main [id$=pay]")).isVisible();
  }

  private void checksTheDraw(String slug, Fan fan) {
    JsonObject mine = fan.program().get(queue(slug)).expect(200).json().getJsonObject("mine");
    assertTrue(mine.getString("usedBy").startsWith("R-"), "one hold used the admission");
    visit("/event/queue-proof?slug=" + slug);
    Locator verdict = page.locator("[data-says][data-state=sound]");
    assertThat(verdict).isVisible();
    assertThat(page.locator(".proof-check[data-state=good]")).hasCount(4);
    assertThat(page.locator("[data-result]")).not().isEmpty();
    picture("waiting-room-proof");
    look();
  }

  private void watches(String slug) {
    page.context().clearCookies();
    signIn("organizer@encore.example");
    visit("/studio/queue?slug=" + slug);
    assertThat(page.locator("[id='live:figures']")).containsText("2");
    picture("waiting-room-studio");
    page.locator("[id='live:pause']").click();
    assertThat(page.locator("[id='live:resume']")).isVisible();
    look();
  }
}
