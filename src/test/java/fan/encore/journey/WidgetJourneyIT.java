package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import fan.encore.program.Program;
import org.junit.jupiter.api.Test;

/** Tickets inside a page of another site. */
class WidgetJourneyIT extends Journey {

  private static final String FOREIGN = "http://club.example/";

  @Test
  void aForeignPageShowsTicketsAndBuyingOpensInATabOfItsOwn() {
    String slug = slug();
    String html =
        "<!DOCTYPE html><html lang=\"en\"><title>Club</title><main><h1>Our club</h1>"
            + "<script async src=\""
            + encore.url()
            + "/widget.js\" data-event=\""
            + slug
            + "\" data-accent=\"#0b7285\" data-radius=\"4\" data-theme=\"light\""
            + " data-title=\"Tickets of the club\"></script></main></html>";
    page.route(
        FOREIGN,
        route ->
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(html)));
    page.navigate(FOREIGN);
    FrameLocator frame = page.frameLocator("iframe[title='Tickets of the club']");
    assertThat(frame.locator("h1")).isVisible();
    assertThat(frame.locator("html")).hasAttribute("data-theme", "light");
    assertThat(frame.locator(".widget-buy")).hasCSS("background-color", "rgb(11, 114, 133)");
    page.waitForFunction("() => document.querySelector('iframe').style.height !== '28rem'");
    picture("widget-in-a-foreign-page");
    Page shop = page.waitForPopup(() -> frame.locator(".widget-buy").click());
    shop.waitForURL(url -> url.contains("/event/detail?slug=" + slug));
    assertEquals(FOREIGN, page.url());
    shop.close();
  }

  @Test
  void onlyTheWidgetMayBeFramed() {
    Program program = new Program(encore.url());
    String slug = slug();
    Program.Answer widget = program.get("/widget/tickets?slug=" + slug).expect(200);
    String policy = widget.header("Content-Security-Policy");
    assertTrue(policy.contains("frame-ancestors *;"), policy);
    assertEquals("ALLOWALL", widget.header("X-Frame-Options"));
    assertEquals("", widget.header("Set-Cookie"));
    Program.Answer detail = program.get("/event/detail?slug=" + slug).expect(200);
    assertTrue(detail.header("Content-Security-Policy").contains("frame-ancestors 'none'"));
    assertEquals("DENY", detail.header("X-Frame-Options"));
  }

  private String slug() {
    return new Program(encore.url())
        .get("/api/v1/events?size=1")
        .expect(200)
        .json()
        .getJsonArray("items")
        .getJsonObject(0)
        .getString("slug");
  }
}
