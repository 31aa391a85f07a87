package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import fan.encore.program.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Tickets inside a page of another site. */
class WidgetJourneyIT extends Journey {

  @Test
  void aForeignPageShowsTicketsAndBuyingOpensInATabOfItsOwn() throws IOException {
    String slug = slug();
    HttpServer club = club(slug);
    try {
      String foreign = "http://localhost:" + club.getAddress().getPort() + "/";
      page.navigate(foreign);
      FrameLocator frame = page.frameLocator("iframe[title='Tickets of the club']");
      assertThat(frame.locator("h1")).isVisible();
      assertThat(frame.locator("html")).hasAttribute("data-theme", "light");
      assertThat(frame.locator(".widget-buy")).hasCSS("background-color", "rgb(11, 114, 133)");
      page.waitForFunction("() => document.querySelector('iframe').style.height !== '28rem'");
      picture("widget-in-a-foreign-page");
      Page shop = page.waitForPopup(() -> frame.locator(".widget-buy").click());
      shop.waitForURL(url -> url.contains("/event/detail?slug=" + slug));
      assertEquals(foreign, page.url());
      shop.close();
    } finally {
      club.stop(0);
    }
  }

  /** Another site on this machine: browsers let no site of the world reach into a private one. */
  private HttpServer club(String slug) throws IOException {
    String html =
        "<!DOCTYPE html><html lang=\"en\"><title>Club</title><link rel=\"icon\" href=\"data:,\"/>"
            + "<main><h1>Our club</h1><script async src=\""
            + encore.url()
            + "/widget.js\" data-event=\""
            + slug
            + "\" data-accent=\"#0b7285\" data-radius=\"4\" data-theme=\"light\""
            + " data-title=\"Tickets of the club\"></script></main></html>";
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] page = html.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(page);
          }
        });
    server.start();
    return server;
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
