package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import fan.encore.program.Fan;
import fan.encore.program.Program;
import fan.encore.program.Studio;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An organizer takes lists away, and an administrator sees that she did. */
class DeskJourneyIT extends Journey {

  private final String title = "Paper Night " + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void theOrdersOfAnEventAreTakenAwayAndThatIsNoted() throws IOException {
    String slug =
        new Studio(new Program(encore.url()).signedIn("organizer@encore.example", PASSWORD))
            .publishes(title);
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
    assertThat(
            rows()
                .filter(
                    new com.microsoft.playwright.Locator.FilterOptions()
                        .setHasText("analytics.export")))
        .hasCount(1);
    assertThat(page.locator("main")).containsText("tickets.csv");
  }
}
