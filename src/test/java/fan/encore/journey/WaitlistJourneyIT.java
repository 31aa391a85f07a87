package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fan.encore.local.sim.SimulatorClient;
import fan.encore.program.Fan;
import fan.encore.program.Program;
import fan.encore.program.Studio;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event is sold out; a fan waits, a ticket comes back, is held for her, and she buys it. */
class WaitlistJourneyIT extends Journey {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Program organizer =
      new Program(encore.url()).signedIn("organizer@encore.example", PASSWORD);
  private final Fan first = Fan.join(encore, "Quick");
  private final Fan waiting = Fan.join(encore, "Patient");

  @Test
  void whoWaitsIsNext() {
    String slug = new Studio(organizer).publishes("The Only Ticket", 1);
    switchesTheListOn(slug);
    String reservation = takesTheLast(slug);
    page.context().clearCookies();
    joins(slug);
    first.program().delete("/api/v1/reservations/" + reservation).expect(204);
    buys(linkOfTheMail());
    page.context().clearCookies();
    theOrganizerSeesIt(slug);
  }

  private void switchesTheListOn(String slug) {
    signIn("organizer@encore.example");
    visit("/studio/waiting-list?slug=" + slug);
    button("Set up the list: Standing").click();
    assertThat(page.locator(".ui-dialog .field").first()).isVisible();
    page.locator("[id='list:active']").click();
    look();
    button("Save").click();
    assertThat(page.locator("main .notice-good")).isVisible();
    look();
    picture("studio-waiting-list");
  }

  private String takesTheLast(String slug) {
    JsonObject line =
        Json.createObjectBuilder().add("ticketType", "standing").add("quantity", 1).build();
    JsonObject wish =
        Json.createObjectBuilder().add("lines", Json.createArrayBuilder(List.of(line))).build();
    return first
        .program()
        .once()
        .post("/api/v1/events/" + slug + "/reservations", wish)
        .expect(201)
        .json()
        .getString("code");
  }

  private void joins(String slug) {
    signIn(waiting.email(), waiting.password());
    visit("/event/detail?slug=" + slug);
    picture("event-waiting-list");
    page.getByText("Join the waiting list").first().click();
    page.waitForURL(url -> url.contains("/my/join-waiting-list"));
    look();
    picture("join-waiting-list");
    button("Wait for tickets").click();
    page.waitForURL(url -> url.contains("/my/waiting-list"));
    assertThat(page.locator("main")).containsText("You are next in line.");
    look();
  }

  private String linkOfTheMail() {
    return SimulatorClient.await(
            () ->
                encore.simulator().mails(waiting.email()).stream()
                    .flatMap(
                        mail -> mail.getJsonArray("links").getValuesAs(JsonString.class).stream())
                    .map(JsonString::getString)
                    .filter(link -> link.contains("/my/checkout?reservation="))
                    .map(link -> Json.createObjectBuilder().add("link", link).build())
                    .toList(),
            PATIENCE)
        .get(0)
        .getString("link");
  }

  private void buys(String link) {
    visit("/my/waiting-list");
    assertThat(page.locator("main")).containsText("Held for you");
    picture("my-waiting-list");
    visit(link);
    page.locator("[id$=holderName]").first().fill("Patient Fan");
    page.locator("main [id$=pay]").click();
    page.waitForURL(url -> url.startsWith(encore.simulatorUrl()));
    page.locator("#approve").click();
    page.waitForURL(url -> url.startsWith(encore.url()));
    SimulatorClient.await(
        () -> {
          page.navigate("/my/waiting-list");
          boolean bought = page.locator("main").textContent().contains("Bought");
          return bought ? List.of(Json.createObjectBuilder().build()) : List.of();
        },
        PATIENCE);
  }

  private void theOrganizerSeesIt(String slug) {
    signIn("organizer@encore.example");
    visit("/studio/waiting-list?slug=" + slug);
    assertThat(rows().last()).containsText("Bought");
  }

  private com.microsoft.playwright.Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }
}
