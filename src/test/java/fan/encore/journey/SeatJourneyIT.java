package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import fan.encore.program.Fan;
import fan.encore.program.Program;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A hall is drawn, an event is sold by it, and fans choose seats by mouse, by keys, in the list and
 * by asking for the best.
 */
class SeatJourneyIT extends Journey {

  private static final String STUDIO = "/api/v1/studio";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

  private final String hall = "Hall " + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aHallIsDrawnAndSoldSeatBySeat() {
    Program organizer = new Program(encore.url()).signedIn("organizer@encore.example", PASSWORD);
    String slug = event(organizer);
    signIn("organizer@encore.example");
    draws();
    sellsByTheMap(slug);
    organizer.post(STUDIO + "/events/" + slug + "/publication").expect(200);
    Fan fan = Fan.join(encore, "Hana");
    page.context().clearCookies();
    signIn(fan.email(), fan.password());
    chooses(slug);
    buys();
    asksForTheBestOnHerPhone(slug);
  }

  private String event(Program organizer) {
    JsonObject venue =
        Json.createObjectBuilder()
            .add("name", hall)
            .add("address", "1-2-3 Minato")
            .add("city", "Yokohama")
            .add("country", "JP")
            .add("zone", "Asia/Tokyo")
            .build();
    String code = organizer.post(STUDIO + "/venues", venue).expect(201).json().getString("code");
    JsonObject draft =
        Json.createObjectBuilder()
            .add("title", "Seated in " + hall)
            .add("description", "A quiet evening.")
            .add("category", "THEATRE")
            .add("venueCode", code)
            .add("currency", "JPY")
            .add("startsAt", TODAY.plusDays(3) + "T19:00:00")
            .add("endsAt", TODAY.plusDays(3) + "T21:00:00")
            .build();
    String slug = organizer.post(STUDIO + "/events", draft).expect(201).json().getString("slug");
    JsonObject type =
        Json.createObjectBuilder()
            .add("name", "Stalls")
            .add("description", "")
            .add("priceMinor", 5000)
            .add("capacity", 1)
            .add("saleFrom", TODAY.minusDays(2) + "T10:00:00")
            .add("saleUntil", TODAY.plusDays(3) + "T19:00:00")
            .add("maxPerOrder", 4)
            .build();
    organizer.post(STUDIO + "/events/" + slug + "/ticket-types", type).expect(201);
    return slug;
  }

  private void draws() {
    visit("/studio/seat-maps");
    field("newMap:venue").locator(".ui-selectonemenu-trigger").click();
    page.locator("[id='newMap:venue_panel'] li")
        .filter(new Locator.FilterOptions().setHasText(hall))
        .click();
    field("newMap:name").fill("Main floor");
    field("newMap:create").click();
    page.waitForURL(url -> url.contains("/studio/seat-map?code="));
    page.waitForSelector("#seat-editor[data-ready=true]");
    page.locator("[data-add=rows]").click();
    change("#seat-rows", "3");
    change("#seat-per-row", "10");
    assertThat(page.locator("#seat-count")).containsText("30 seats");
    page.locator("[data-work=undo]").click();
    assertThat(page.locator("#seat-count")).containsText("36 seats");
    page.locator("[data-work=redo]").click();
    assertThat(page.locator("#seat-count")).containsText("30 seats");
    look();
    page.locator("[data-work=save]").click();
    assertThat(page.locator("#seat-say")).containsText("Saved as version 2.");
    picture("seat-editor");
    refusesAScript();
  }

  private void refusesAScript() {
    page.locator("#seat-file")
        .setInputFiles(
            new com.microsoft.playwright.options.FilePayload(
                "evil.svg",
                "image/svg+xml",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(page.locator("#seat-say")).containsText("<script> is not allowed");
  }

  private void change(String field, String value) {
    page.locator(field).fill(value);
    page.keyboard().press("Tab");
  }

  private void sellsByTheMap(String slug) {
    visit("/studio/event-seats?slug=" + slug);
    field("seating:choose").click();
    assertThat(page.locator("main")).containsText("The event is sold by this map now.");
    page.waitForSelector("#seat-block[data-ready=true]");
    page.locator("[data-label='R1-C-10']").click();
    page.locator("[data-block=true]").click();
    assertThat(page.locator("#seat-say")).containsText("1 seats changed.");
    assertThat(page.locator("[data-count=B]")).hasText("1");
    look();
    picture("event-seats");
  }

  private void chooses(String slug) {
    visit("/event/detail?slug=" + slug);
    page.locator("a.event-map").click();
    page.waitForSelector("#seat-pick[data-ready=true]");
    look();
    seat("R1-A-5").click();
    assertThat(seat("R1-A-5")).hasAttribute("aria-checked", "true");
    page.keyboard().press("Tab");
    seat("R1-A-5").focus();
    page.keyboard().press("ArrowRight");
    assertThat(seat("R1-A-6")).isFocused();
    page.keyboard().press("Space");
    assertThat(seat("R1-A-6")).hasAttribute("aria-checked", "true");
    assertThat(seat("R1-C-10")).hasAttribute("aria-disabled", "true");
    picture("seats");
    page.locator("[data-show=list]").click();
    page.locator(".seat-block summary").click();
    page.locator("#seat-list").getByLabel("row A, seat 7").check();
    look();
    picture("seat-list");
    assertThat(page.locator(".seat-lines li")).hasCount(3);
    page.locator("#seat-basket button[type=submit]").click();
    page.waitForURL(url -> url.contains("/my/checkout"));
  }

  private void buys() {
    page.locator("[id$=reserve]").click();
    assertThat(page.locator(".held-seats li")).hasCount(3);
    assertThat(page.locator(".held-seats")).containsText("row A, seat 6");
    look();
    picture("seat-checkout");
    page.locator("[id$=pay]").click();
    page.waitForURL(url -> url.startsWith(encore.simulatorUrl()));
    page.locator("#approve").click();
    page.waitForURL(url -> url.contains("/my/payment"));
    page.locator("main a[href*='/my/order']").click();
    assertThat(page.locator(".held-seats")).containsText("row A, seat 7");
    visit("/my/tickets");
    assertThat(page.locator(".ticket-seat")).hasCount(3);
    assertThat(page.locator("main")).containsText("row A, seat 5");
    picture("seat-tickets");
  }

  private void asksForTheBestOnHerPhone(String slug) {
    page.setViewportSize(390, 844);
    page.navigate("/event/seats?slug=" + slug);
    page.waitForSelector("#seat-pick[data-ready=true]");
    assertThat(seat("R1-A-6")).hasAttribute("aria-disabled", "true");
    look();
    page.locator(".seat-best button").click();
    page.waitForURL(url -> url.contains("/my/checkout"));
    page.locator("[id$=reserve]").click();
    assertThat(page.locator(".held-seats li")).hasCount(2);
    assertThat(page.locator(".held-seats")).containsText("row A");
  }

  private Locator seat(String label) {
    return page.locator("#seat-map [data-label='" + label + "']");
  }

  private Locator field(String id) {
    return page.locator("[id='" + id + "']");
  }
}
