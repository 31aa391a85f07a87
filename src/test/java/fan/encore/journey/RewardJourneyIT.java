package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import fan.encore.local.sim.SimulatorClient;
import fan.encore.program.Fan;
import fan.encore.program.Program;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Medals become a song, a postcard and a voucher; the artist sends what is sent. */
class RewardJourneyIT extends Journey {

  private static final String FAN = "mika@encore.example";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern VOUCHER = Pattern.compile("VCH-[A-Z0-9]+");
  private static final String TAPE = "/api/v1/items/akari-demo-tape/downloads";

  private final Program mika = new Program(encore.url()).signedIn(FAN, PASSWORD);

  @Test
  void aFanExchangesMedalsAndTheArtistSendsTheParcel() throws Exception {
    signIn(FAN);
    visit("/my/rewards");
    picture("my-rewards");
    getsASong();
    String parcel = getsAPostcard();
    paysWith(getsAVoucher());
    page.context().clearCookies();
    sends(parcel);
  }

  private void getsASong() throws Exception {
    redeem("akari-demo-tape");
    page.locator("main .notice-good a").click();
    Locator button = page.locator("[id='file:download']");
    Download file = page.waitForDownload(button::click);
    assertEquals("akari-demo-tape.wav", file.suggestedFilename());
    try (InputStream bytes = file.createReadStream()) {
      assertEquals("RIFF", new String(bytes.readNBytes(4)));
    }
    assertThat(button).isEnabled();
    look();
    picture("my-item");
    linksAreHersAndEnd();
  }

  /** The browser's link was one of ten; programs get theirs of the same ten. */
  private void linksAreHersAndEnd() {
    String link = mika.post(TAPE).expect(200).json().getString("url");
    Program stranger = new Program(encore.url());
    Program.Answer file = stranger.get(link).expect(200);
    assertTrue(file.header("Content-Disposition").startsWith("attachment;"));
    assertEquals("no-store", file.header("Cache-Control"));
    stranger.get(link.replace("name=akari", "name=virus")).expect(404);
    stranger.get(link.replaceFirst("until=\\d", "until=9")).expect(404);
    stranger.get(link.substring(0, link.length() - 2) + "00").expect(404);
    stranger.get(link.substring(0, link.indexOf('?'))).expect(404);
    stranger.post(TAPE).expect(401);
    Fan.join(encore, "Nosy").program().post(TAPE).expect(404, "collection.item_not_found");
  }

  private String getsAPostcard() {
    visit("/my/reward?code=akari-postcard");
    page.getByLabel("Recipient").fill("Mika Tanaka");
    page.getByLabel("Postal code").fill("150-0001");
    page.getByLabel("City").fill("Shibuya");
    look();
    button("Exchange").click();
    assertThat(page.locator("main .ui-message-error-detail").first()).isVisible();
    page.getByLabel("Street and number").fill("9-8-7 Jingumae");
    picture("my-reward-address");
    take();
    assertThat(page.locator("main .notice-good")).containsText("It will be sent to you.");
    visit("/my/deliveries");
    picture("my-deliveries");
    return page.locator(".gift .soft").first().textContent();
  }

  private String getsAVoucher() {
    redeem("akari-ticket-voucher");
    Matcher code = VOUCHER.matcher(page.locator("main .notice-good").textContent());
    assertTrue(code.find(), "the code is told at once");
    return code.group();
  }

  private void paysWith(String voucher) {
    page.navigate("/event/search?text=Acoustic");
    page.locator("a[href*='/event/detail']").first().click();
    page.locator("select[name=quantity]").first().selectOption("1");
    page.locator("button.event-choose").click();
    page.waitForURL(url -> url.contains("/my/checkout"));
    page.locator("[id$=reserve]").click();
    page.getByLabel("Name on the tickets").fill("Mika Tanaka");
    page.locator("input[id$=voucherCode]").fill(voucher);
    look();
    page.locator("main [id$=pay]").click();
    page.waitForURL(url -> url.startsWith(encore.simulatorUrl()));
    page.locator("#approve").click();
    page.waitForURL(url -> url.startsWith(encore.url()));
    SimulatorClient.await(
        () -> {
          page.navigate("/my/deliveries");
          String vouchers = page.locator("section[aria-labelledby=vouchers]").textContent();
          return vouchers.contains("Used for") ? List.of(JsonValue.EMPTY_JSON_OBJECT) : List.of();
        },
        PATIENCE);
  }

  private void sends(String parcel) {
    signIn("artist@encore.example");
    visit("/studio/shipments");
    find("Parcel", parcel);
    assertThat(rows()).hasCount(1);
    assertThat(rows().first()).containsText("9-8-7 Jingumae");
    picture("studio-shipments");
    button("Mark " + parcel + " as packed").click();
    assertThat(rows().first()).containsText("Packed");
    button("Send " + parcel).click();
    page.locator("[id='sending:carrier']").fill("Yamato");
    page.locator("[id='sending:tracking']").fill("4711-0815");
    look();
    picture("studio-send");
    page.locator("[id='sending:send']").click();
    assertThat(rows().first()).containsText("4711-0815");
    SimulatorClient.await(
        () ->
            encore.simulator().mails(FAN).stream()
                .filter(mail -> mail.toString().contains("4711-0815"))
                .toList(),
        PATIENCE);
  }

  private void redeem(String reward) {
    visit("/my/reward?code=" + reward);
    take();
  }

  private void take() {
    button("Exchange").click();
    page.waitForURL(url -> url.contains("redeemed="));
    assertThat(page.locator("main .notice-good")).isVisible();
    look();
  }

  private Locator button(String name) {
    return page.locator("main, .ui-dialog")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
        .first();
  }
}
