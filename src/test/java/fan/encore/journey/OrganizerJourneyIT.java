package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import fan.encore.program.Fan;
import fan.encore.program.Program;
import jakarta.json.JsonObject;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** An organizer's evening: from an empty form to the last guest at the door. */
class OrganizerJourneyIT extends Journey {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

  private final String title = "Rooftop Rehearsal " + UUID.randomUUID().toString().substring(0, 8);
  private final String hall = "Hall " + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void anEventIsMadeSoldAndLetIn() throws Exception {
    signIn("organizer@encore.example");
    visit("/studio/events");
    picture("studio-events");
    String slug = creates();
    showsAPicture();
    addsATicketType();
    publishes();
    Fan fan = Fan.join(encore, "Nao");
    List<JsonObject> tickets = fan.tickets(fan.buys(encore, slug, type(slug), 2));
    seesTheSales(slug);
    letsIn(slug, tickets);
  }

  private String creates() {
    visit("/studio/event");
    field("event:title").fill(title);
    field("event:description").fill("Two hours above the roofs.\n\nBring a warm coat.");
    page.locator("[id='event:newVenue']").click();
    assertThat(field("venueForm:name")).isFocused();
    field("venueForm:name").fill(hall);
    field("venueForm:address").fill("1-2-3 Jingumae");
    field("venueForm:city").fill("Tokyo");
    look();
    page.locator("[id='venueForm:saveVenue']").click();
    assertThat(page.locator("[id='venueDialog']")).isHidden();
    choose("event:venueCode", hall);
    field("event:startsAt_input").fill(TODAY.plusDays(1) + " 19:00");
    field("event:endsAt_input").fill(TODAY.plusDays(1) + " 21:00");
    page.keyboard().press("Escape");
    page.locator("[id='event:save']").click();
    page.waitForURL(url -> url.contains("slug="));
    look();
    picture("studio-event");
    return page.url().replaceAll(".*[?&]slug=([^&]+).*", "$1");
  }

  private void showsAPicture() throws IOException {
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("roof.png", "image/png", sunset()));
    page.locator("[id='pictureForm:upload']").click();
    assertThat(page.locator("main")).containsText("The picture is shown now.");
  }

  private void addsATicketType() {
    page.locator("[id='types-form:addType']").click();
    assertThat(field("typeForm:typeName")).isFocused();
    field("typeForm:typeName").fill("Standing");
    field("typeForm:price_input").fill("4200");
    field("typeForm:capacity_input").fill("30");
    field("typeForm:saleFrom_input").fill(TODAY.minusDays(2) + " 10:00");
    field("typeForm:saleUntil_input").fill(TODAY.plusDays(1) + " 19:00");
    page.keyboard().press("Tab");
    field("typeForm:maxPerOrder_input").fill("4");
    look();
    page.locator("[id='typeForm:saveType']").click();
    assertThat(page.locator("[id='types-form:typeTable']")).containsText("Standing");
    assertThat(page.locator("main")).containsText("The ticket type was saved.");
  }

  private void publishes() {
    page.locator("[id$='publication:publish']").click();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(page.locator("main")).containsText("The event is published.");
    look();
  }

  private String type(String slug) {
    return new Program(encore.url())
        .get("/api/v1/events/" + slug)
        .expect(200)
        .json()
        .getJsonArray("ticketTypes")
        .getJsonObject(0)
        .getString("code");
  }

  private void seesTheSales(String slug) {
    visit("/studio/sales?slug=" + slug);
    assertThat(page.locator(".sales-stats")).containsText("¥8,400");
    assertThat(page.locator(".sales-stats")).containsText("¥420");
    assertThat(page.locator(".sales-canvas canvas")).isVisible();
    assertThat(page.locator("[id='orders:orderTable']")).containsText("Rin Tanaka");
    picture("studio-sales");
  }

  private void letsIn(String slug, List<JsonObject> tickets) {
    visit("/studio/check-in");
    visit("/studio/check-in?slug=" + slug);
    picture("check-in-ready");
    scan(tickets.get(0).getString("qr"), "VALID", "Valid");
    assertThat(verdict()).containsText("Rin Tanaka");
    look();
    picture("check-in-valid");
    scan(tickets.get(0).getString("code"), "ALREADY_USED", "Already used");
    assertThat(verdict()).containsText("Main entrance");
    look();
    picture("check-in-used");
    scan(ticketOfAnotherEvent(), "WRONG_EVENT", "Wrong event");
    look();
    picture("check-in-wrong");
    scan("NOT-A-TICKET", "UNKNOWN", "Unknown");
    look();
    picture("check-in-unknown");
    assertThat(page.locator("#scan-count")).hasText("1 of 2");
    assertThat(page.locator("#scan-table")).containsText("Wrong event");
  }

  private String ticketOfAnotherEvent() {
    Program stranger = new Program(encore.url());
    String other =
        stranger
            .get("/api/v1/events?query=Earplugs&size=1")
            .expect(200)
            .json()
            .getJsonArray("items")
            .getJsonObject(0)
            .getString("slug");
    Fan fan = Fan.join(encore, "Leo");
    return fan.tickets(fan.buys(encore, other, type(other), 1)).get(0).getString("qr");
  }

  private void scan(String code, String verdict, String title) {
    page.locator("#scan-code").fill(code);
    page.keyboard().press("Enter");
    assertThat(verdict()).hasAttribute("data-verdict", verdict);
    assertThat(page.locator(".verdict-title")).hasText(title);
  }

  private Locator verdict() {
    return page.locator("#verdict");
  }

  private Locator field(String id) {
    return page.locator("[id='" + id + "']");
  }

  /** Opens one of our lists and takes the entry that contains the text. */
  private void choose(String id, String entry) {
    field(id).locator(".ui-selectonemenu-trigger").click();
    Locator panel = field(id + "_panel");
    panel.locator("li").filter(new Locator.FilterOptions().setHasText(entry)).click();
    assertThat(panel).isHidden();
  }

  private static byte[] sunset() throws IOException {
    BufferedImage image = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setPaint(
        new GradientPaint(0, 0, new Color(0x2b1055), 0, 720, new Color(0xff7e5f), false));
    brush.fillRect(0, 0, 1280, 720);
    brush.setColor(new Color(0xffd27f));
    brush.fillOval(500, 300, 280, 280);
    brush.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
