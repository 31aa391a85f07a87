package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fan.encore.program.Fan;
import fan.encore.program.Program;
import fan.encore.program.Studio;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A fan holds tickets of three events, gives one back, and pays the others at once. */
class CartJourneyIT extends Journey {

  private static final Pattern TIME_LEFT = Pattern.compile("^(10:00|[0-9]:[0-9]{2})$");

  private final Fan fan = Fan.join(encore, "Natsu");
  private final Studio studio =
      new Studio(new Program(encore.url()).signedIn("organizer@encore.example", PASSWORD));

  @Test
  void severalEventsArePaidAtOnce() {
    signIn(fan.email(), fan.password());
    visit("/my/cart");
    assertThat(page.locator("main")).containsText("Your cart is empty");
    for (String title : new String[] {"Cart Noon", "Cart Dusk", "Cart Night"}) {
      reserves(studio.publishes(title));
    }
    assertThat(page.locator("main .notice-info")).containsText("pay them together");
    page.getByText("To the cart").click();
    page.waitForURL(url -> url.contains("/my/cart"));
    assertThat(page.locator("main .cart-line")).hasCount(3);
    assertThat(page.locator("header .cart-count")).hasText("3");
    assertThat(page.locator("main .cart-line .countdown").first()).hasText(TIME_LEFT);
    look();
    picture("cart");
    isRightOnADeviceWhoseClockIsWrong();
    button("Remove Cart Dusk").click();
    assertThat(page.locator("main .cart-line")).hasCount(2);
    assertThat(page.locator("header .cart-count")).hasText("2");
    pays();
    visit("/my/orders");
    assertThat(page.locator("main .order-line")).hasCount(2);
    assertThat(page.locator("main .order-line").getByText("Paid")).hasCount(2);
    assertThat(page.locator("header .cart-count")).hasCount(0);
  }

  private void isRightOnADeviceWhoseClockIsWrong() {
    page.addInitScript("const now = Date.now; Date.now = () => now() - 7200000;");
    page.reload();
    assertThat(page.locator("main .cart-line .countdown").first()).hasText(TIME_LEFT);
    assertThat(page.locator("main .cart-line .countdown-over")).hasCount(0);
  }

  private void reserves(String slug) {
    page.navigate("/my/checkout?slug=" + slug + "&type=standing&quantity=1");
    page.locator("[id$=reserve]").click();
    page.waitForURL(url -> url.contains("reservation="));
  }

  private void pays() {
    page.getByLabel("Name on the tickets").fill("Natsu Mori");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Pay ¥")))
        .click();
    page.waitForURL(url -> url.startsWith(encore.simulatorUrl()));
    page.locator("#approve").click();
    page.waitForURL(url -> url.contains("/my/payment"));
    page.locator(".payment[data-status=CAPTURED][data-waiting=false]").waitFor();
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }
}
