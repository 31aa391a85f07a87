package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import fan.encore.local.sim.SimulatorClient;
import fan.encore.program.Fan;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator's morning: looking things up, closing a door, sending a letter again. */
class AdministratorJourneyIT extends Journey {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);

  private static final String EVENT = "encore-winter-gala";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @ParameterizedTest
  @CsvSource({
    "accounts, E-mail",
    "orders, Name",
    "payments, Payment",
    "banners, Title",
    "events, Event",
    "messages, Recipient",
    "audit, Action"
  })
  void everyTableOpensSortsAndFilters(String table, String column) {
    signIn("admin@encore.example");
    visit("/admin/" + table);
    picture("admin-" + table);
    assertThat(rows().first()).isVisible();
    Locator header = page.locator("main th.ui-sortable-column").first();
    header.locator(".ui-column-title").click();
    assertThat(header).hasAttribute("aria-sort", "ascending");
    find(column, "nobody-has-this");
    assertThat(page.locator("main .ui-datatable-empty-message")).isVisible();
  }

  @Test
  void aSuspendedAccountCannotGoOn() {
    Fan fan = Fan.join(encore, "Gaki");
    signIn("admin@encore.example");
    visit("/admin/accounts");
    find("E-mail", fan.email());
    assertThat(rows()).hasCount(1);
    button("Suspend").first().click();
    page.locator("[id='dialog:reason']").fill("Sold tickets at the door.");
    look();
    picture("admin-suspend");
    page.locator("[id='dialog:confirm']").click();
    assertThat(page.locator("main .ui-datatable-data")).containsText("Suspended");
    fan.program().get("/api/v1/me").expect(401);
    JsonObject login =
        Json.createObjectBuilder()
            .add("email", fan.email())
            .add("password", fan.password())
            .build();
    fan.program().post("/api/v1/auth/login", login).expect(403, "security.account_closed");
    visit("/admin/audit");
    find("Action", "account.suspended");
    assertThat(page.locator("main .ui-datatable-data")).containsText("Sold tickets at the door.");
    visit("/admin/accounts");
    find("E-mail", fan.email());
    assertThat(rows()).hasCount(1);
    button("Reinstate").first().click();
    assertThat(page.locator("main .ui-datatable-data")).containsText("Active");
  }

  @Test
  void aMessageIsSentAgain() {
    Fan fan = Fan.join(encore, "Emi");
    SimulatorClient outside = encore.simulator();
    int before = SimulatorClient.await(() -> mails(outside, fan, 2), PATIENCE).size();
    signIn("admin@encore.example");
    visit("/admin/messages");
    find("Recipient", fan.email());
    assertThat(rows()).hasCount(2);
    button("History").first().click();
    assertThat(page.locator("[id='form:attempts']")).containsText("Sent");
    look();
    page.keyboard().press("Escape");
    button("Send again").first().click();
    page.locator(".ui-confirmdialog-yes").click();
    SimulatorClient.await(() -> mails(outside, fan, before + 1), PATIENCE);
    visit("/admin/audit");
    find("Action", "message.resend");
    assertThat(page.locator("main .ui-datatable-data")).containsText("Done");
  }

  @Test
  void aRefundTakesTheTicketsBack() {
    Fan fan = Fan.join(encore, "Uki");
    JsonObject event = ticketsOnSale(fan);
    String type = event.getString("code");
    String order = fan.buys(encore, EVENT, type, 2);
    int free = ticketsOnSale(fan).getInt("free");
    String payment = fan.program().get("/api/v1/orders/" + order).json().getString("payment");
    signIn("admin@encore.example");
    visit("/admin/payments");
    find("Payment", payment);
    assertThat(rows()).hasCount(1);
    button("Refund").first().click();
    look();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(page.locator("main")).containsText("is on its way");
    JsonObject refunded =
        SimulatorClient.await(
                () ->
                    List.of(fan.program().get("/api/v1/orders/" + order).json()).stream()
                        .filter(now -> now.getString("status").equals("REFUNDED"))
                        .toList(),
                PATIENCE)
            .get(0);
    assertEquals(payment, refunded.getString("payment"));
    fan.tickets(order).forEach(gone -> assertEquals("CANCELLED", gone.getString("status")));
    assertEquals(free + 2, ticketsOnSale(fan).getInt("free"));
    SimulatorClient.await(() -> about("Refunded", fan), PATIENCE);
    find("Payment", payment);
    assertThat(page.locator("main .ui-datatable-data")).containsText("Refunded");
    assertThat(button("Refund")).hasCount(0);
  }

  /** As she sees it who is signed in: strangers may be told what was true a second ago. */
  private static JsonObject ticketsOnSale(Fan fan) {
    return fan
        .program()
        .get("/api/v1/events/" + EVENT)
        .expect(200)
        .json()
        .getJsonArray("ticketTypes")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(type -> type.getInt("maxPerOrder") > 1)
        .findFirst()
        .orElseThrow();
  }

  private List<JsonObject> about(String subject, Fan fan) {
    return encore.simulator().mails(fan.email()).stream()
        .filter(mail -> mail.getString("subject").contains(subject))
        .toList();
  }

  @Test
  void aJobIsStartedAndWatched() {
    LocalDate day = LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(12);
    signIn("admin@encore.example");
    visit("/admin/jobs");
    page.locator("[id='start:day_input']").fill(day.toString());
    page.keyboard().press("Tab");
    page.locator("[id='start:go']").click();
    assertThat(rows().first())
        .containsText(day.format(SHOWN), new ContainsTextOptions().setTimeout(30_000));
    assertThat(rows().first()).containsText("Done", new ContainsTextOptions().setTimeout(60_000));
    picture("admin-jobs");
  }

  @Test
  void aFeeForACurrencyIsSetAndEnded() {
    signIn("admin@encore.example");
    visit("/admin/fees");
    page.locator("[id='fee:currency']").fill("sek");
    page.locator("[id='fee:share_input']").fill("7.5");
    page.locator("[id='fee:save']").click();
    assertThat(page.locator(".notice-good")).isVisible();
    Locator rule = page.locator("[id='rules'] tbody tr", filter("SEK"));
    assertThat(rule).containsText("7.5 %");
    picture("admin-fees");
    rule.getByRole(AriaRole.BUTTON).click();
    assertThat(page.locator(".notice-good")).containsText("ended");
    assertThat(rule).hasCount(0);
  }

  private static Page.LocatorOptions filter(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void dayAndHealthAreSeenAtAGlance() {
    signIn("admin@encore.example");
    visit("/admin/index");
    picture("admin-index");
    visit("/admin/health");
    assertThat(page.locator(".vital")).not().hasCount(0);
    picture("admin-health");
  }

  private static List<JsonObject> mails(SimulatorClient outside, Fan fan, int atLeast) {
    List<JsonObject> mails = outside.mails(fan.email());
    return mails.size() < atLeast ? List.of() : mails;
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
