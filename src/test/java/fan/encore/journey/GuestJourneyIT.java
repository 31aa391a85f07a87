package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fan.encore.local.sim.SimulatorClient;
import fan.encore.program.Fan;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody without an account buys tickets and keeps them in an account later. */
class GuestJourneyIT extends Journey {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SECRET = "Green lantern 45 river";

  private String email = "guest-" + UUID.randomUUID() + "@fans.example";

  @Test
  void aGuestBuysReadsHerMailAndMakesAnAccountOfIt() {
    chooses();
    entersAsAGuest();
    pays();
    String link = linkOfTheMail();
    page.context().clearCookies();
    opensTheLink(link);
    keepsItInANewAccount();
  }

  @Test
  void whoHasAnAccountTakesHerGuestOrderOver() {
    Fan member = Fan.join(encore, "Sora");
    email = member.email();
    chooses();
    entersAsAGuest();
    pays();
    page.context().clearCookies();
    signIn(member.email(), member.password());
    visit("/my/orders");
    assertThat(page.locator("main .notice-info")).containsText("made without signing in");
    page.getByText("Put them into this account").click();
    page.waitForURL(url -> url.contains("/keep-orders"));
    look();
    picture("keep-orders-member");
    button("Put them into my account").click();
    page.waitForURL(url -> url.contains("/my/orders"));
    assertThat(page.locator("main .order-line")).hasCount(1);
  }

  private void chooses() {
    page.navigate("/event/search?text=Earplugs");
    page.locator("a[href*='/event/detail']").first().click();
    page.locator("select[name=quantity]").first().selectOption("1");
    page.locator("button.event-choose").click();
    page.waitForURL(url -> url.contains("/sign-in"));
  }

  private void entersAsAGuest() {
    look();
    picture("sign-in-guest");
    button("Go on as a guest").click();
    assertThat(page.locator("main .ui-message-error-detail").first()).isVisible();
    page.getByLabel("Your name").fill("Rin");
    page.getByLabel("E-mail address for your tickets").fill(email);
    button("Go on as a guest").click();
    page.waitForURL(url -> url.contains("/my/checkout"));
    page.locator("[id$=reserve]").click();
    page.waitForURL(url -> url.contains("reservation="));
  }

  private void pays() {
    assertThat(page.locator("main")).containsText(email);
    look();
    picture("checkout-guest");
    page.locator("main [id$=pay]").click();
    page.waitForURL(url -> url.startsWith(encore.simulatorUrl()));
    page.locator("#approve").click();
    page.waitForURL(url -> url.contains("/my/payment"));
    page.locator(".payment[data-status=CAPTURED][data-waiting=false]").waitFor();
  }

  private String linkOfTheMail() {
    return SimulatorClient.await(
            () ->
                encore.simulator().mails(email).stream()
                    .flatMap(
                        mail -> mail.getJsonArray("links").getValuesAs(JsonString.class).stream())
                    .map(JsonString::getString)
                    .filter(link -> link.contains("/guest?pass=") && link.contains("order"))
                    .map(link -> Json.createObjectBuilder().add("link", link).build())
                    .toList(),
            PATIENCE)
        .get(0)
        .getString("link");
  }

  private void opensTheLink(String link) {
    visit(link);
    page.navigate("/my/orders");
    page.waitForURL(url -> url.contains("/sign-in"));
    visit(link);
    assertThat(page.locator("main")).containsText("g•••@fans.example");
    assertThat(page.locator("main")).not().containsText(email);
    look();
    picture("guest-link");
    button("Open the orders").click();
    page.waitForURL(url -> url.contains("/my/order?code="));
    assertThat(page.locator("main .notice-good")).isVisible();
    assertThat(page.locator("main .ticket-stub")).hasCount(1);
    look();
    picture("order-guest");
    visit("/my/tickets");
    assertThat(page.locator("main .ticket-stub")).hasCount(1);
    picture("tickets-guest");
  }

  private void keepsItInANewAccount() {
    visit("/keep-orders");
    picture("keep-orders-guest");
    page.locator("input[type=password]").fill(SECRET);
    button("Create the account").click();
    page.waitForURL(url -> url.contains("/sign-in"));
    page.getByLabel("E-mail").fill(email);
    page.locator("input[type=password]").fill(SECRET);
    button("Sign in").last().click();
    page.waitForURL(url -> url.contains("/my/orders"));
    assertThat(page.locator("main .order-line")).hasCount(1);
    look();
  }

  private com.microsoft.playwright.Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
