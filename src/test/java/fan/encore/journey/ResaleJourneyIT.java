package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fan.encore.program.Fan;
import fan.encore.program.Program;
import fan.encore.program.Studio;
import org.junit.jupiter.api.Test;

/** A sold-out evening: a fan sells her ticket on, another one buys it on the event's page. */
class ResaleJourneyIT extends Journey {

  private final Program organizer =
      new Program(encore.url()).signedIn("organizer@encore.example", PASSWORD);
  private final Fan seller = Fan.join(encore, "Hina");
  private final Fan buyer = Fan.join(encore, "Yuto");

  @Test
  void aTicketIsSoldOn() {
    String slug = new Studio(organizer).publishes("Second Chance", 1);
    allows(slug);
    String order = seller.buys(encore, slug, "standing", 1);
    page.context().clearCookies();
    offers(seller.tickets(order).get(0).getString("code"));
    page.context().clearCookies();
    buys(slug);
    page.context().clearCookies();
    seesItSold(order);
  }

  private void allows(String slug) {
    signIn("organizer@encore.example");
    visit("/studio/transfers?slug=" + slug);
    page.locator("[id='resale:allowed']").click();
    page.getByLabel("You keep of the price, in %").fill("10");
    look();
    page.locator("[id='resale:saveResale']").click();
    assertThat(page.locator("main .notice-good")).isVisible();
    picture("studio-resale");
  }

  private void offers(String ticket) {
    signIn(seller.email(), seller.password());
    visit("/my/pass-on?ticket=" + ticket);
    assertThat(page.locator("main")).containsText("The organizer keeps 10 % of the price.");
    page.locator("[id='selling:price_input']").fill("4000");
    look();
    picture("sell");
    button("Offer the ticket").click();
    assertThat(page.locator("main .notice-good")).containsText("Your ticket is on offer.");
    assertThat(page.locator("main")).containsText("3,600");
    look();
    picture("on-offer");
    visit("/my/tickets");
    assertThat(page.locator("main .ticket-stub")).containsText("On offer");
  }

  private void buys(String slug) {
    signIn(buyer.email(), buyer.password());
    visit("/event/detail?slug=" + slug);
    assertThat(page.locator(".fan-offers")).containsText("Resold by fans");
    picture("event-resale");
    page.locator(".fan-offers a").first().click();
    page.waitForURL(url -> url.contains("/my/buy-resale"));
    look();
    picture("buy-resale");
    button("Reserve the ticket").click();
    page.waitForURL(url -> url.contains("/my/checkout?reservation="));
    assertThat(page.locator(".hold-clock")).isVisible();
    look();
    page.locator("[id$=holderName]").first().fill("Yuto Mori");
    page.locator("main [id$=pay]").click();
    page.waitForURL(url -> url.startsWith(encore.simulatorUrl()));
    page.locator("#approve").click();
    page.waitForURL(url -> url.startsWith(encore.url()));
    page.navigate(encore.url() + "/my/tickets");
    assertThat(page.locator("main .ticket-stub")).containsText("Yuto Mori");
  }

  private void seesItSold(String order) {
    signIn(seller.email(), seller.password());
    visit("/my/transfers");
    assertThat(page.locator("main")).containsText("Sold");
    look();
    picture("sold");
    visit("/my/order?code=" + order);
    assertThat(page.locator("main")).containsText("Sold to another fan");
    look();
  }

  private com.microsoft.playwright.Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }
}
