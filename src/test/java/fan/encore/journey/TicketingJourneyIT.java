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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * An organizer sets a quota, a rule, a promo code and a question; a fan buys with all of them, and
 * the organizer reads what she answered.
 */
class TicketingJourneyIT extends Journey {

  private static final LocalDate DAY = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(20);

  private final String title = "Quota Night " + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aFanBuysWithThePromoCodeAndAnswersTheQuestion() {
    Program organizer =
        new Program(encore.url()).signedIn("organizer@encore.example", Journey.PASSWORD);
    String slug = event(organizer);
    signIn("organizer@encore.example");
    setsAQuota(slug);
    setsARule(slug);
    makesAPromoCode(slug);
    asksAQuestion(slug);
    Fan fan = Fan.join(encore, "Mio");
    page.context().clearCookies();
    signIn(fan.email(), fan.password());
    buys(slug);
    JsonObject answer =
        organizer
            .get("/api/v1/studio/events/" + slug + "/answers")
            .expect(200)
            .json()
            .getJsonArray("items")
            .getJsonObject(0);
    assertEquals("Large", answer.getString("answer"));
    page.context().clearCookies();
    signIn("organizer@encore.example");
    visit("/studio/questions?slug=" + slug);
    assertThat(page.locator("[id='answersForm:answerTable']")).containsText("Large");
    picture("studio-questions");
    visit("/studio/promo?slug=" + slug);
    assertThat(page.locator("[id='codesForm:codeTable']")).containsText("¥840");
  }

  private void setsAQuota(String slug) {
    visit("/studio/ticketing?slug=" + slug);
    input("quotaForm:quotaName").fill("The whole hall");
    input("quotaForm:quotaCapacity_input").fill("12");
    page.locator("[id='quotaForm:quotaTypes'] .ui-chkbox-box").first().click();
    page.locator("[id='quotaForm:quotaTypes'] .ui-chkbox-box").last().click();
    page.locator("[id='quotaForm:saveQuota']").click();
    assertThat(page.locator("main")).containsText("The quota was saved");
    assertThat(page.locator("[id='quotaTable']")).containsText("The whole hall");
    picture("studio-ticketing");
  }

  private void setsARule(String slug) {
    visit("/studio/ticketing?slug=" + slug + "&type=standing");
    input("rulesForm:maxPerPerson_input").fill("2");
    look();
    picture("studio-rules");
    page.locator("[id='rulesForm:saveRules']").click();
    assertThat(page.locator("[id='rulesTable']")).containsText("At most 2 per person");
  }

  private void makesAPromoCode(String slug) {
    visit("/studio/promo?slug=" + slug);
    input("promoForm:code").fill("early10");
    input("promoForm:percent_input").fill("10");
    input("promoForm:maxUses_input").fill("5");
    page.locator("[id='promoForm:savePromo']").click();
    assertThat(page.locator("main")).containsText("The code was added");
    assertThat(page.locator("[id='codesForm:codeTable']")).containsText("EARLY10");
    look();
    picture("studio-promo");
  }

  private void asksAQuestion(String slug) {
    visit("/studio/questions?slug=" + slug);
    input("questionForm:label").fill("Size of your shirt");
    choose("questionForm:kind", "Choice");
    input("questionForm:choices").fill("Small\nLarge");
    page.locator("[id='questionForm:required']").click();
    page.locator("[id='questionForm:saveQuestion']").click();
    assertThat(page.locator("main")).containsText("The question was saved");
    look();
  }

  private void buys(String slug) {
    visit("/event/detail?slug=" + slug);
    assertThat(page.locator(".ticket-types")).containsText("At most 2 per person");
    page.locator("select[name=quantity]").first().selectOption("2");
    page.locator("button.event-choose").click();
    page.waitForURL(url -> url.contains("/my/checkout"));
    input("promo:promoCode").fill("nothing");
    page.locator("[id='promo:apply']").click();
    assertThat(page.locator("main")).containsText("This event has no such code");
    input("promo:promoCode").fill("early10");
    page.locator("[id='promo:apply']").click();
    assertThat(page.locator("main")).containsText("Promo code EARLY10 is applied.");
    assertThat(page.locator(".quote")).containsText("¥4,200 − ¥420 = ¥3,780 each");
    look();
    picture("checkout-promo");
    page.locator("[id='reservation:reserve']").click();
    page.waitForURL(url -> url.contains("reservation="));
    page.locator("main [id$=pay]").click();
    assertThat(page.locator("main .ui-message-error-detail").first()).isVisible();
    choose("checkout:questions:0:choice", "Large");
    look();
    picture("checkout-questions");
    page.locator("main [id$=pay]").click();
    page.waitForURL(url -> url.startsWith(encore.simulatorUrl()));
    page.locator("#approve").click();
    page.waitForURL(url -> url.startsWith(encore.url()));
    page.locator("main a[href*='/my/order?']").click();
    assertThat(page.locator("main")).containsText("EARLY10");
  }

  private Locator input(String id) {
    return page.locator("[id='" + id + "']");
  }

  private void choose(String id, String label) {
    input(id).locator(".ui-selectonemenu-trigger").click();
    Locator panel = input(id + "_panel");
    panel.locator("li").filter(new Locator.FilterOptions().setHasText(label)).click();
    assertThat(panel).isHidden();
  }

  private String event(Program organizer) {
    String venue =
        organizer
            .get("/api/v1/studio/venues")
            .expect(200)
            .array()
            .getJsonObject(0)
            .getString("code");
    JsonObject event =
        Json.createObjectBuilder()
            .add("title", title)
            .add("description", "One hall, two kinds of tickets.")
            .add("category", "CONCERT")
            .add("venueCode", venue)
            .add("currency", "JPY")
            .add("startsAt", DAY + "T19:00:00")
            .add("endsAt", DAY + "T22:00:00")
            .build();
    String path = "/api/v1/studio/events";
    String slug = organizer.post(path, event).expect(201).json().getString("slug");
    for (String name : new String[] {"Standing", "Balcony"}) {
      JsonObject type =
          Json.createObjectBuilder()
              .add("name", name)
              .add("description", "")
              .add("priceMinor", 4200)
              .add("capacity", 10)
              .add("saleFrom", DAY.minusDays(30) + "T10:00:00")
              .add("saleUntil", DAY + "T19:00:00")
              .add("maxPerOrder", 4)
              .build();
      organizer.post(path + "/" + slug + "/ticket-types", type).expect(201);
    }
    organizer.post(path + "/" + slug + "/publication").expect(200);
    return slug;
  }
}
