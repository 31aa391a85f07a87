package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fan.encore.local.sim.SimulatorClient;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/**
 * A fan's first evening: she joins, buys diamonds, draws, buys two tickets and holds them in her
 * hand.
 */
class FanJourneyIT extends Journey {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SECRET = "Blue lantern 42 river";

  private final String email = "yuki-" + UUID.randomUUID() + "@fans.example";
  private final SimulatorClient outside = encore.simulator();

  @Test
  void aFanJoinsBuysDrawsAndGoesOut() throws Exception {
    joins();
    fillsInHerProfile();
    buysDiamonds();
    draws();
    buysTickets();
    findsHerTickets();
  }

  private void joins() {
    visit("/register");
    picture("register");
    button("Create my account").click();
    assertThat(message()).hasText("Please choose a password.");
    page.getByLabel("Display name").fill("Yuki");
    page.getByLabel("E-mail").fill(email);
    page.locator("input[type=password]").fill("password");
    button("Create my account").click();
    assertThat(message()).not().hasText("Please choose a password.");
    page.locator("input[type=password]").fill(SECRET);
    button("Create my account").click();
    page.waitForURL(url -> url.contains("/confirm"));
    List<JsonObject> mails = SimulatorClient.await(() -> mails(2), PATIENCE);
    assertEquals(2, mails.size(), "a verification mail and a welcome mail");
    visit(verification(mails));
    button("Yes, this address is mine").click();
    page.waitForURL(url -> url.contains("/sign-in"));
    page.getByLabel("E-mail").fill(email);
    page.locator("input[type=password]").fill(SECRET);
    button("Sign in").last().click();
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  private List<JsonObject> mails(int atLeast) {
    List<JsonObject> mails = outside.mails(email);
    return mails.size() < atLeast ? List.of() : mails;
  }

  private static String verification(List<JsonObject> mails) {
    return mails.stream()
        .flatMap(mail -> mail.getJsonArray("links").getValuesAs(JsonString.class).stream())
        .map(JsonString::getString)
        .filter(link -> link.contains("/confirm?token="))
        .findFirst()
        .orElseThrow();
  }

  private void fillsInHerProfile() {
    visit("/my/profile");
    page.getByLabel("Display name").fill("Yuki of the Moths");
    button("Save").click();
    assertThat(page.locator("main")).containsText("Your profile is saved.");
  }

  private void buysDiamonds() {
    visit("/shop/diamonds");
    picture("diamonds");
    visit("/my/buy-diamonds?pack=chest");
    page.locator("main [id$=pay]").click();
    page.waitForURL(url -> url.startsWith(encore.simulatorUrl()));
    page.locator("#approve").click();
    page.waitForURL(url -> url.contains("/my/payment"));
    look();
    visit("/my/wallet");
    picture("wallet");
    assertThat(page.locator("main")).containsText("3,000");
  }

  private void draws() {
    visit("/gacha/banner?code=planetarium-nights");
    picture("banner");
    visit("/my/draw?banner=planetarium-nights");
    drawButton("Draw once").click();
    assertThat(page.locator("a[href*='/my/receipt']").first()).isVisible();
    visit("/my/draw?banner=planetarium-nights");
    drawButton("Draw ten").click();
    Locator receipt = page.locator("a[href*='/my/receipt']").first();
    assertThat(receipt).isVisible();
    String address = receipt.getAttribute("href");
    look();
    picture("drawn");
    visit(address);
    picture("receipt");
    visit("/my/collection");
    picture("collection");
  }

  private Locator drawButton(String text) {
    return page.locator("main button").filter(new Locator.FilterOptions().setHasText(text));
  }

  private void buysTickets() {
    visit("/event/search?city=Tokyo");
    picture("events");
    page.navigate("/event/search?text=Earplugs");
    page.locator("a[href*='/event/detail']").first().click();
    look();
    picture("event");
    page.locator("select[name=quantity]").first().selectOption("2");
    page.locator("button.event-choose").click();
    page.waitForURL(url -> url.contains("/my/checkout"));
    page.locator("[id$=reserve]").click();
    page.getByLabel("Name on the tickets")
        .or(page.locator("[id$=holderName] input, input[id$=holderName]"))
        .first()
        .fill("Yuki Aoyama");
    page.locator("input[type=tel]").fill("+819012345678");
    look();
    picture("checkout");
    page.locator("main [id$=pay]").click();
    page.waitForURL(url -> url.startsWith(encore.simulatorUrl()));
    page.locator("#approve").click();
    page.waitForURL(url -> url.startsWith(encore.url()));
  }

  private void findsHerTickets() throws Exception {
    JsonObject mail =
        SimulatorClient.await(
                () ->
                    outside.mails(email).stream()
                        .filter(one -> !one.getJsonArray("attachments").isEmpty())
                        .toList(),
                PATIENCE)
            .get(0);
    byte[] pdf =
        outside.attachment(mail.getJsonArray("attachments").getJsonObject(0).getString("url"));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertEquals(2, document.getNumberOfPages(), "one page per ticket");
    }
    assertTrue(
        !SimulatorClient.await(() -> outside.sms("+819012345678"), PATIENCE).isEmpty(), "an SMS");
    visit("/my/orders");
    visit("/my/tickets");
    picture("tickets");
    assertThat(page.locator("a[href*='/my/ticket-pdf']").first()).isVisible();
  }

  /** What the page says beside the password. */
  private Locator message() {
    return page.locator("[id$=password]:has(.ui-message), .field:has(input[type=password])")
        .locator(".ui-message-error-detail")
        .first();
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
