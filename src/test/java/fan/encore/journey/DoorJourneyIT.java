package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fan.encore.program.Fan;
import fan.encore.program.Program;
import fan.encore.program.Studio;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** An evening when the network goes: a gate decides alone, and a phone shows its ticket. */
class DoorJourneyIT extends Journey {

  private static final String ORGANIZER = "organizer@encore.example";

  private final Program organizer = new Program(encore.url()).signedIn(ORGANIZER, PASSWORD);
  private final String slug = new Studio(organizer).publishes("A Night without a Network");

  @Test
  void aGateWithoutNetworkLetsInAndTellsLater() {
    Fan fan = Fan.join(encore, "Yui");
    List<JsonObject> tickets = fan.tickets(fan.buys(encore, slug, "standing", 3));
    String link = invites();
    Page desk = page;
    try (BrowserContext telephone = telephone()) {
      page = telephone.newPage();
      page.navigate(link);
      assertThat(page.locator("html")).hasAttribute("data-offline", "ready");
      assertThat(page.locator("#scan-count")).hasText("0 of 3");
      look();
      picture("door-ready");
      telephone.setOffline(true);
      page.reload();
      assertThat(page.locator("#door-line")).hasAttribute("data-line", "offline");
      scansAlone(tickets);
      look();
      picture("door-offline");
      JsonObject elsewhere = scan(tickets.get(0).getString("qr"));
      assertEquals("VALID", elsewhere.getString("outcome"), "nobody has told the server yet");
      telephone.setOffline(false);
      meets();
    } finally {
      page = desk;
    }
  }

  private String invites() {
    signIn(ORGANIZER);
    visit("/studio/door?slug=" + slug);
    page.locator("[id='devices-form:deviceName']").fill("North gate");
    page.locator("[id='devices-form:invite']").click();
    String link = page.locator("#enrol-here").getAttribute("href");
    look();
    picture("door-setup");
    return link;
  }

  private void scansAlone(List<JsonObject> tickets) {
    types(tickets.get(0).getString("qr").toLowerCase(), "VALID");
    assertThat(page.locator("#scan-count")).hasText("1 of 3");
    types(tickets.get(0).getString("code"), "ALREADY_USED");
    types(tickets.get(1).getString("code"), "VALID");
    assertThat(page.locator("#scan-count")).hasText("2 of 3");
    String qr = tickets.get(2).getString("qr");
    types(qr.substring(0, qr.length() - 2) + (qr.endsWith("00") ? "10" : "00"), "UNKNOWN");
    assertThat(page.locator("#door-line")).containsText("4 scans wait");
  }

  private void meets() {
    assertThat(page.locator("#door-line")).hasText("Connected");
    assertThat(page.locator("#door-doubles")).containsText("Rin Tanaka");
    assertThat(page.locator("#door-doubles")).containsText("Side door");
    assertThat(page.locator("#scan-count")).hasText("2 of 3");
    look();
    picture("door-double");
    page.locator("#door-doubles button").click();
    page.locator("#undo-reason").fill("Sent to the box office");
    page.locator("#undo-dialog button[value=undo]").click();
    assertThat(page.locator("#door-doubles")).isHidden();
    assertThat(page.locator("#scan-count")).hasText("2 of 3");
    assertEquals(
        2, organizer.get("/api/v1/check-ins?event=" + slug).expect(200).json().getInt("admitted"));
  }

  /** As a hand scanner does: into whatever has the focus, with Enter at the end. */
  private void types(String code, String verdict) {
    page.keyboard().type(code);
    page.keyboard().press("Enter");
    assertThat(page.locator("#verdict")).hasAttribute("data-verdict", verdict);
  }

  @Test
  void aTicketOnAPhoneTurnsWithoutANetwork() throws Exception {
    JsonObject demanding =
        Json.createObjectBuilder().add("name", "Main").add("rotating", true).build();
    organizer.put("/api/v1/check-ins/lists/main?event=" + slug, demanding).expect(204);
    Fan fan = Fan.join(encore, "Rei");
    JsonObject ticket = fan.tickets(fan.buys(encore, slug, "standing", 1)).get(0);
    signIn(fan.email(), fan.password());
    page.setViewportSize(390, 844);
    visit("/my/tickets");
    page.locator("a[href*='/my/ticket?code=']").click();
    assertThat(page.locator("html")).hasAttribute("data-offline", "ready");
    assertThat(page.locator("#pass-live")).isVisible();
    look();
    picture("web-ticket");
    page.setViewportSize(390, 844);
    page.context().setOffline(true);
    page.clock().install();
    page.reload();
    assertThat(page.locator("#pass-live")).hasAttribute("data-text", Pattern.compile("ENC2\\..*"));
    String before = page.locator("#pass-live").getAttribute("data-text");
    assertEquals(before, decoded(page.locator("#pass-live").screenshot()));
    page.clock().fastForward(30_000);
    assertThat(page.locator("#pass-live")).not().hasAttribute("data-text", before);
    assertEquals("STATIC_CODE", scan(ticket.getString("qr")).getString("outcome"));
    JsonObject live = scan(page.locator("#pass-live").getAttribute("data-text"));
    assertEquals("VALID", live.getString("outcome"));
    page.context().setOffline(false);
  }

  private JsonObject scan(String qr) {
    return organizer
        .post(
            "/api/v1/check-ins",
            Json.createObjectBuilder()
                .add("qr", qr)
                .add("gate", "Side door")
                .add("nonce", UUID.randomUUID().toString())
                .add("event", slug)
                .build())
        .expect(200)
        .json();
  }

  private BrowserContext telephone() {
    BrowserContext telephone =
        Browser.visitor(
            new NewContextOptions()
                .setBaseURL(encore.url())
                .setLocale("en-US")
                .setViewportSize(390, 844));
    telephone.setDefaultTimeout(20_000);
    return telephone;
  }

  private static String decoded(byte[] png) throws IOException, NotFoundException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return new MultiFormatReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
        .getText();
  }
}
