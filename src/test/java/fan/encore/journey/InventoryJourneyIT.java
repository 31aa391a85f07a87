package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import fan.encore.inventory.Movement;
import fan.encore.program.Program;
import fan.encore.shared.Codes;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anybody follows the ledger of a hall whose seats are sold to adults and children. */
class InventoryJourneyIT extends Journey {

  private String slug;
  private String adults;
  private String children;

  @BeforeEach
  void find() {
    Program stranger = new Program(encore.url());
    slug =
        stranger
            .get("/api/v1/events?query=Homecoming")
            .expect(200)
            .json()
            .getJsonArray("items")
            .getJsonObject(0)
            .getString("slug");
    JsonObject fare =
        stranger
            .get("/api/v1/events/" + slug + "/inventory")
            .expect(200)
            .json()
            .getJsonArray("types")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(type -> type.containsKey("seatsOf"))
            .findFirst()
            .orElseThrow();
    children = fare.getString("code");
    adults = fare.getString("seatsOf");
  }

  @Test
  void theLedgerIsSoundAndSaysWhoSharesSeats() {
    visit("/event/inventory?slug=" + slug);
    page.waitForCondition(
        () -> {
          page.reload();
          return page.locator("main").innerText().contains(adults);
        });
    assertThat(page.locator("main")).containsText("Shares the seats of");
    assertThat(verdict()).hasAttribute("data-verdict", "good");
    page.setViewportSize(390, 844);
    look();
    picture("inventory");
  }

  @Test
  void moreAdultsAndChildrenThanSeatsAreFoundThoughEachAloneWouldFit() {
    visit("/event/inventory?slug=" + slug);
    forge(adults + " SOLD 2 - 2 0 0 2");
    assertThat(verdict()).hasAttribute("data-verdict", "good");
    forge(adults + " SOLD 2 - 2 0 0 2", children + " SOLD 1 - 2 1 0 1");
    assertThat(verdict()).hasAttribute("data-verdict", "bad");
  }

  private Locator verdict() {
    page.locator("[data-check]").click();
    assertThat(page.locator("[data-says][data-state]")).not().isEmpty();
    return page.locator("[data-inventory]");
  }

  /** A ledger whose every hash is right, and of which no public log knows. */
  private void forge(String... movements) {
    List<String> wanted = new ArrayList<>();
    wanted.add(adults + " CAPACITY 2 - 2 2 0 0");
    wanted.add(children + " CAPACITY 2 - 2 2 0 0");
    wanted.addAll(List.of(movements));
    StringBuilder lines = new StringBuilder();
    String hash = Movement.genesis(slug);
    for (int n = 0; n < wanted.size(); n++) {
      String line = n + 1 + " " + wanted.get(n) + " 1700000000";
      hash = Codes.sha256(hash + "\n" + line);
      lines.append(line).append(' ').append(hash).append('\n');
    }
    page.unrouteAll();
    page.route(
        "**/inventory/lines*",
        route -> route.fulfill(new Route.FulfillOptions().setBody(lines.toString())));
    page.evaluate("delete document.querySelector('[data-inventory]').dataset.headIndex");
  }
}
