package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fan.encore.local.sim.SimulatorClient;
import fan.encore.program.Fan;
import fan.encore.program.Program;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A fan sends a ticket to a friend, who takes it by the link of her mail. */
class TransferJourneyIT extends Journey {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Fan giver = Fan.join(encore, "Emi");
  private final Fan friend = Fan.join(encore, "Riku");

  @Test
  void aTicketChangesHands() {
    JsonObject found =
        new Program(encore.url()).get("/api/v1/events?query=Earplugs").expect(200).json();
    String slug = found.getJsonArray("items").getJsonObject(0).getString("slug");
    String type =
        new Program(encore.url())
            .get("/api/v1/events/" + slug)
            .json()
            .getJsonArray("ticketTypes")
            .getJsonObject(0)
            .getString("code");
    giver.buys(encore, slug, type, 1);
    renames();
    sends();
    String link = linkOfTheMail();
    page.context().clearCookies();
    takes(link);
    page.context().clearCookies();
    seesItGone();
  }

  private void renames() {
    signIn(giver.email(), giver.password());
    visit("/my/tickets");
    page.getByText("Send, sell or change name").first().click();
    page.waitForURL(url -> url.contains("/my/pass-on"));
    look();
    picture("pass-on");
    page.getByLabel("Name on the ticket").fill("Emi of the Hills");
    button("Change the name").click();
    assertThat(page.locator("main .notice-good")).containsText("the code is new");
  }

  private void sends() {
    page.getByLabel("E-mail of the new owner").fill("nobody");
    button("Send the ticket").click();
    assertThat(page.locator("main .ui-message-error-detail").first()).isVisible();
    page.getByLabel("E-mail of the new owner").fill(friend.email());
    button("Send the ticket").click();
    assertThat(page.locator("main .notice-good")).containsText("on its way");
    assertThat(page.locator("main")).containsText(friend.email());
    look();
    picture("pass-on-pending");
    visit("/my/tickets");
    assertThat(page.locator("main")).containsText("Sent, not yet claimed");
  }

  private String linkOfTheMail() {
    return SimulatorClient.await(
            () ->
                encore.simulator().mails(friend.email()).stream()
                    .flatMap(
                        mail -> mail.getJsonArray("links").getValuesAs(JsonString.class).stream())
                    .map(JsonString::getString)
                    .filter(link -> link.contains("/claim?"))
                    .map(link -> Json.createObjectBuilder().add("link", link).build())
                    .toList(),
            PATIENCE)
        .get(0)
        .getString("link");
  }

  private void takes(String link) {
    visit(link);
    picture("claim-stranger");
    page.getByText("Sign in and take it").click();
    page.waitForURL(url -> url.contains("/sign-in"));
    page.locator("input[id$=email]").fill(friend.email());
    page.locator("input[type=password]").fill(friend.password());
    page.locator("main button[type=submit]").click();
    page.waitForURL(url -> url.contains("/claim?"));
    page.getByLabel("Name on the ticket").fill("Riku Mori");
    look();
    picture("claim");
    button("Take the ticket").click();
    page.waitForURL(url -> url.contains("/my/tickets"));
    assertThat(page.locator("main")).containsText("Riku Mori");
    look();
    visit(link);
    assertThat(page.locator("main")).containsText("This ticket was claimed already.");
  }

  private void seesItGone() {
    signIn(giver.email(), giver.password());
    visit("/my/tickets");
    assertThat(page.locator("main")).containsText("No tickets yet");
    visit("/my/transfers");
    assertThat(page.locator("main")).containsText("Claimed");
    picture("transfers");
  }

  private com.microsoft.playwright.Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
