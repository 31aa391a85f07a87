package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import fan.encore.program.Fan;
import fan.encore.program.Program;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The seats of a hall are sold to adults and to children, and a family buys some on a phone. */
class FareJourneyIT extends Journey {

  private static final String STUDIO = "/api/v1/studio";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

  private final String hall = "Hall " + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aFamilyBuysSeatsForAdultsAndAChild() {
    Program organizer = new Program(encore.url()).signedIn("organizer@encore.example", PASSWORD);
    String slug = event(organizer);
    signIn("organizer@encore.example");
    sellsToChildrenToo(slug);
    organizer.post(STUDIO + "/events/" + slug + "/publication").expect(200);
    Fan fan = Fan.join(encore, "Hana");
    page.context().clearCookies();
    signIn(fan.email(), fan.password());
    onAPhone();
    chooses(slug);
    String order = buys();
    givesTheChildsBack(organizer, fan, order);
    asksForTheBest(slug);
  }

  private void onAPhone() {
    page.setViewportSize(390, 844);
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
            .add("title", "Families in " + hall)
            .add("description", "A quiet afternoon.")
            .add("category", "THEATRE")
            .add("venueCode", code)
            .add("currency", "JPY")
            .add("startsAt", TODAY.plusDays(3) + "T15:00:00")
            .add("endsAt", TODAY.plusDays(3) + "T16:30:00")
            .build();
    String slug = organizer.post(STUDIO + "/events", draft).expect(201).json().getString("slug");
    String path = STUDIO + "/events/" + slug;
    organizer.post(path + "/ticket-types", type("Adult", 5_000)).expect(201);
    organizer.post(path + "/ticket-types", type("Child", 2_000)).expect(201);
    JsonObject seating =
        Json.createObjectBuilder()
            .add("seatMap", map(organizer, code))
            .add("categories", Json.createObjectBuilder().add("A", "adult"))
            .build();
    organizer.put(path + "/seating", seating).expect(200);
    return slug;
  }

  private static JsonObject type(String name, int price) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("description", "")
        .add("priceMinor", price)
        .add("capacity", 1)
        .add("saleFrom", TODAY.minusDays(2) + "T10:00:00")
        .add("saleUntil", TODAY.plusDays(3) + "T15:00:00")
        .add("maxPerOrder", 4)
        .build();
  }

  private static String map(Program organizer, String venue) {
    JsonObject block =
        Json.createObjectBuilder()
            .add("kind", "rows")
            .add("code", "H")
            .add("name", "Hall")
            .add("category", "A")
            .add("x", 600)
            .add("y", 200)
            .add("rowSeats", Json.createArrayBuilder().add(8).add(8))
            .build();
    JsonObject category =
        Json.createObjectBuilder()
            .add("code", "A")
            .add("name", "Hall")
            .add("colour", "#c71d5c")
            .build();
    JsonObject document =
        Json.createObjectBuilder()
            .add("format", "encore-seat-map/1")
            .add("categories", Json.createArrayBuilder().add(category))
            .add("blocks", Json.createArrayBuilder().add(block))
            .build();
    JsonObject draft =
        Json.createObjectBuilder()
            .add("venue", venue)
            .add("name", "Hall")
            .add("document", document)
            .build();
    return organizer
        .post(STUDIO + "/seat-maps", draft)
        .expect(201)
        .json()
        .getJsonObject("map")
        .getString("code");
  }

  private void sellsToChildrenToo(String slug) {
    visit("/studio/event-seats?slug=" + slug);
    Locator card = page.locator(".seat-fare-card");
    assertThat(card).containsText("16 seats");
    card.locator(".ui-chkbox-box").click();
    assertThat(card.locator(".ui-chkbox-box.ui-state-active")).hasCount(1);
    look();
    page.locator("[id='fares:save']").click();
    page.waitForURL(url -> url.contains("done=fares"));
    assertThat(page.locator("main")).containsText("The ticket types of the seats are saved.");
    assertThat(page.locator(".seat-fare-card .ui-chkbox-box.ui-state-active")).hasCount(1);
    picture("event-fares");
  }

  private void chooses(String slug) {
    visit("/event/seats?slug=" + slug);
    page.waitForSelector("#seat-pick[data-ready=true]");
    assertThat(page.locator("#seat-legend")).containsText("Child");
    seat("H-A-3").focus();
    page.keyboard().press("Space");
    page.keyboard().press("ArrowRight");
    assertThat(seat("H-A-4")).isFocused();
    page.keyboard().press("Space");
    page.locator("[data-show=list]").click();
    page.locator(".seat-block summary").click();
    page.locator("#seat-list").getByLabel("row A, seat 5").check();
    assertThat(page.locator(".seat-total")).containsText("15,000");
    Locator menu = page.getByLabel("Ticket for Hall, row A, seat 5");
    menu.selectOption("child");
    assertThat(page.locator("#seat-status")).containsText("seat 5: now Child");
    assertThat(menu).isFocused();
    assertThat(page.locator(".seat-total")).containsText("12,000");
    look();
    picture("seat-fares");
    onAPhone();
    page.locator("#seat-basket button[type=submit]").click();
    page.waitForURL(url -> url.contains("/my/checkout"));
  }

  /** The code of the paid order. */
  private String buys() {
    page.locator("[id$=reserve]").click();
    assertThat(page.locator(".held-seats li"))
        .hasText(
            new Pattern[] {
              Pattern.compile("seat 3 · Adult"),
              Pattern.compile("seat 4 · Adult"),
              Pattern.compile("seat 5 · Child")
            });
    look();
    page.locator("[id$=pay]").click();
    page.waitForURL(url -> url.startsWith(encore.simulatorUrl()));
    page.locator("#approve").click();
    page.waitForURL(url -> url.contains("/my/payment"));
    page.locator("main a[href*='/my/order']").click();
    page.waitForURL(url -> url.contains("/my/order?code="));
    assertThat(page.locator(".held-seats")).containsText("seat 5 · Child");
    picture("fare-order");
    onAPhone();
    return page.url().replaceAll(".*code=([^&]+).*", "$1");
  }

  private void givesTheChildsBack(Program organizer, Fan fan, String order) {
    List<JsonObject> tickets = fan.tickets(order);
    assertEquals(
        Set.of("H-A-3 Adult", "H-A-4 Adult", "H-A-5 Child"),
        tickets.stream().map(FareJourneyIT::words).collect(Collectors.toSet()));
    String child =
        tickets.stream()
            .filter(ticket -> ticket.getString("type").equals("Child"))
            .findFirst()
            .orElseThrow()
            .getString("code");
    JsonObject wish =
        Json.createObjectBuilder()
            .add("tickets", Json.createArrayBuilder().add(child))
            .add("reason", "Ill")
            .build();
    organizer.once().post(STUDIO + "/orders/" + order + "/refunds", wish).expect(201);
  }

  private static String words(JsonObject ticket) {
    return ticket.getJsonObject("seat").getString("label") + " " + ticket.getString("type");
  }

  /** The seat that came back is an adult's now, beside a child's. */
  private void asksForTheBest(String slug) {
    page.navigate("/event/seats?slug=" + slug);
    page.waitForSelector("#seat-pick[data-ready=true]");
    assertThat(seat("H-A-4")).hasAttribute("aria-disabled", "true");
    assertThat(seat("H-A-5")).hasAttribute("aria-disabled", "false");
    page.locator("[data-best=adult]").selectOption("1");
    page.locator("[data-best=child]").selectOption("1");
    look();
    page.locator(".seat-best button").click();
    page.waitForURL(url -> url.contains("/my/checkout"));
    page.locator("[id$=reserve]").click();
    assertThat(page.locator(".held-seats li"))
        .hasText(
            new Pattern[] {Pattern.compile("seat 5 · Adult"), Pattern.compile("seat 6 · Child")});
  }

  private Locator seat(String label) {
    return page.locator("#seat-map [data-label='" + label + "']");
  }
}
