package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import fan.encore.local.sim.SimulatorClient;
import fan.encore.program.Fan;
import fan.encore.program.Program;
import fan.encore.program.Studio;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An organizer takes lists away, watches figures, and shares the work with others. */
class DeskJourneyIT extends Journey {

  private final String title = "Paper Night " + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void theOrdersOfAnEventAreTakenAwayAndThatIsNoted() throws IOException {
    String slug = publishes();
    Fan fan = Fan.join(encore, "Rio");
    String order = fan.buys(encore, slug, "standing", 2);
    signIn("organizer@encore.example");
    visit("/studio/orders?text=" + fan.email());
    page.locator(".orders-found a", new Page.LocatorOptions().setHasText(title)).click();
    page.waitForURL(url -> url.contains("event=" + slug));
    look();
    picture("studio-exports");
    Download csv =
        page.waitForDownload(() -> page.locator("a[href*='kind=tickets'][href*=csv]").click());
    assertEquals(slug + "-tickets.csv", csv.suggestedFilename());
    String text = Files.readString(csv.path());
    assertEquals(3, text.split("\r\n").length, text);
    assertTrue(text.contains(order), text);
    page.context().clearCookies();
    signIn("admin@encore.example");
    page.navigate("/admin/audit");
    find("Subject", slug);
    assertThat(rows().filter(new Locator.FilterOptions().setHasText("analytics.export")))
        .hasCount(1);
    assertThat(page.locator("main")).containsText("tickets.csv");
  }

  @Test
  void figuresChangeWhileSomebodyLooks() {
    String slug = publishes();
    signIn("organizer@encore.example");
    visit("/studio/live?slug=" + slug);
    Fan fan = Fan.join(encore, "Rio");
    fan.buys(encore, slug, "standing", 2);
    assertThat(page.locator("[data-part=stats]"))
        .containsText("¥8,820", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    assertThat(page.locator("[data-part=types]"))
        .containsText("2 sold", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    page.locator("details summary:visible").last().click();
    assertThat(page.locator("[data-part=days-table]")).containsText("¥8,820");
    look();
    picture("studio-live");
    page.locator("[data-live-pause]").click();
    assertThat(page.locator("[data-live-pause]")).hasText("Continue");
    visit("/studio/report?slug=" + slug);
    assertThat(page.locator("main")).containsText("Agrees");
    assertThat(page.locator("main")).containsText("By channel");
    picture("studio-report");
    visit("/studio/report");
    assertThat(page.locator("main")).containsText("By event");
  }

  @Test
  void somebodyIsGivenARoleAndSeesWhatBelongsToIt() {
    String slug = publishes();
    Fan helper = Fan.join(encore, "Emi");
    signIn("organizer@encore.example");
    visit("/studio/team?slug=" + slug);
    page.locator("[id='invite:email']").fill(helper.email());
    choose("invite:role", "Reports");
    assertThat(page.locator("[id='invite:rights'] .ui-chkbox-box.ui-state-active")).hasCount(1);
    look();
    page.locator("[id='invite:send']").click();
    assertThat(page.locator("[id='team:teamTable']")).containsText("Reports");
    picture("studio-team");
    String link = invitation(helper);
    page.context().clearCookies();
    signIn(helper.email(), helper.password());
    visit(link);
    page.locator("[id='join:accept']").click();
    page.waitForURL(url -> url.contains("/studio/work"));
    look();
    assertThat(page.locator(".work-task")).hasCount(3);
    picture("studio-work");
    visit("/studio/events");
    assertThat(rows()).hasCount(1);
    page.locator("main a", new Page.LocatorOptions().setHasText(title)).click();
    page.waitForURL(url -> url.contains("/studio/work"));
    visit("/studio/sales?slug=" + slug);
    assertThat(page.locator("[id='orders:orderTable']")).hasCount(0);
    givesAnotherRole(slug);
    page.context().clearCookies();
    signIn(helper.email(), helper.password());
    visit("/studio/work?slug=" + slug);
    assertThat(page.locator("main")).containsText("Box office");
    visit("/studio/box-office?slug=" + slug);
  }

  private void givesAnotherRole(String slug) {
    page.context().clearCookies();
    signIn("organizer@encore.example");
    visit("/studio/team?slug=" + slug);
    rows().first().getByText("Change").click();
    assertThat(page.locator("[id='permitDialog']")).isVisible();
    choose("permit:role", "Box office");
    assertThat(page.locator("[id='permit:rights'] .ui-chkbox-box.ui-state-active")).hasCount(2);
    look();
    page.locator("[id='permit:save']").click();
    assertThat(page.locator("main")).containsText("The permissions were changed");
    assertThat(page.locator("[id='team:teamTable']")).containsText("Box office");
  }

  private void choose(String id, String entry) {
    page.locator("[id='" + id + "'] .ui-selectonemenu-trigger").click();
    Locator panel = page.locator("[id='" + id + "_panel']");
    panel.locator("li").filter(new Locator.FilterOptions().setHasText(entry)).click();
    assertThat(panel).isHidden();
  }

  private String invitation(Fan helper) {
    return SimulatorClient.await(
            () ->
                encore.simulator().mails(helper.email()).stream()
                    .flatMap(
                        mail -> mail.getJsonArray("links").getValuesAs(JsonString.class).stream())
                    .map(JsonString::getString)
                    .filter(link -> link.contains("/my/team?token="))
                    .map(link -> Json.createObjectBuilder().add("link", link).build())
                    .toList(),
            Duration.ofSeconds(30))
        .get(0)
        .getString("link");
  }

  private String publishes() {
    return new Studio(new Program(encore.url()).signedIn("organizer@encore.example", PASSWORD))
        .publishes(title);
  }
}
