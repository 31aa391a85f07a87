package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;
import fan.encore.program.Program;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** An artist in her studio: a banner from the empty form to its withdrawal. */
class ArtistJourneyIT extends Journey {

  private static final String ARTIST = "artist@encore.example";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
  private static final List<String> RARITIES = List.of("SSR", "SR", "R", "N");

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String code = "lanterns-" + mark;

  @Test
  void aBannerIsWrittenCheckedPublishedRevisedAndWithdrawn() throws IOException {
    signIn(ARTIST);
    visit("/studio/banners");
    picture("studio-banners");
    writes();
    isToldWhatIsWrong();
    seesWhatFansWillSee();
    publishes();
    showsAPicture();
    announcesANewVersion();
    withdraws();
  }

  private void writes() {
    visit("/studio/banner");
    about("Paper Lanterns " + mark, code);
    chances("1", "9", "30", "50");
    page.locator("details.banner-more summary").first().click();
    row("hard", 0, "90");
    for (int i = 0; i < RARITIES.size(); i++) {
      item(i, "Lantern " + RARITIES.get(i), code + "-" + RARITIES.get(i).toLowerCase(), i);
    }
    field("banner:priceOne_input").fill("300");
    field("banner:priceTen_input").fill("2800");
    choose("banner:guarantee", "SR");
    look();
    picture("studio-banner");
  }

  private void isToldWhatIsWrong() {
    field("banner:check").click();
    page.waitForURL("**/studio/banner-preview?code=" + code);
    look();
    assertThat(page.locator("#problems")).hasText("Not ready yet");
    assertThat(page.locator("main")).containsText("Tiers: The chances must make exactly 100%");
    assertThat(page.locator("[id='release:publish']")).hasCount(0);
    picture("studio-banner-problems");
    visit("/studio/banner?code=" + code);
    assertThat(page.locator("section[aria-labelledby=tiers] .field-error")).containsText("100");
    chances("1", "9", "30", "60");
    field("banner:check").click();
    page.waitForURL("**/studio/banner-preview?code=" + code);
  }

  private void seesWhatFansWillSee() {
    assertThat(page.locator("[id='release:publish']")).isVisible();
    look();
    picture("studio-banner-preview");
    Locator laws = page.locator("section[aria-labelledby=laws]");
    assertThat(laws).containsText("Kompu gacha");
    assertThat(laws).containsText("It will not be offered in these markets: BE, BR, CN.");
    Locator fans = page.locator("section[aria-labelledby=fans]");
    assertThat(fans).containsText("1.6");
    assertThat(fans).containsText("¥");
    assertThat(page.locator(".sales-canvas canvas")).isVisible();
  }

  private void publishes() {
    page.locator("[id='release:publish']").click();
    page.waitForURL("**/gacha/odds?code=" + code);
    look();
    visit("/gacha/banner?code=" + code);
    assertThat(page.locator("main")).containsText("Paper Lanterns " + mark);
    assertThat(page.locator("main")).containsText("Lantern SSR");
    assertThat(page.locator("a[href='/my/draw?banner=" + code + "']")).isVisible();
  }

  private void showsAPicture() throws IOException {
    visit("/studio/banner?code=" + code);
    Locator file = page.locator("input[type=file]");
    byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);
    file.setInputFiles(new FilePayload("roof.png", "image/png", text));
    field("pictureForm:upload").click();
    assertThat(page.locator("main")).containsText("Please choose a PNG, JPEG or WebP picture.");
    file.setInputFiles(new FilePayload("lantern.png", "image/png", lantern()));
    field("pictureForm:upload").click();
    page.waitForURL("**&done=picture");
    assertThat(page.locator("main")).containsText("The picture is shown now.");
    look();
    picture("studio-banner-picture");
    Pattern shown = Pattern.compile("/media/public/banner/.*\\.png");
    comes("img[src*='public/banner'][src$='.png']");
    visit("/artist/detail?code=hoshino-akari");
    assertThat(
            page.locator("a[href='/gacha/banner?code=" + code + "']")
                .locator("xpath=ancestor-or-self::*[.//img][1]")
                .locator("img[src$='.png']"))
        .hasAttribute("src", shown);
  }

  private void announcesANewVersion() {
    visit("/studio/banner?code=" + code);
    field("banner:priceOne_input").fill("330");
    field("banner:inForceAt_input").fill(TODAY + " 00:30");
    page.keyboard().press("Escape");
    field("banner:check").click();
    page.waitForURL("**/studio/banner-preview?code=" + code);
    field("release:publish").click();
    assertThat(page.locator(".notice-error, .ui-messages-error").first()).containsText("24");
    visit("/studio/banner?code=" + code);
    field("banner:inForceAt_input").fill(TODAY.plusDays(3) + " 12:00");
    page.keyboard().press("Escape");
    field("banner:check").click();
    page.waitForURL("**/studio/banner-preview?code=" + code);
    field("release:publish").click();
    page.waitForURL("**/gacha/odds?code=" + code);
    Locator versions = page.locator("section[aria-labelledby=versions] tbody tr");
    assertThat(versions).hasCount(2);
    assertThat(versions.first()).containsText("12:00");
    comes("a[href$='version=2']");
    assertThat(page.locator("aside")).containsText("300");
    page.locator("a[href$='version=2']").first().click();
    page.waitForURL("**version=2");
    assertThat(page.locator("main")).containsText("330");
  }

  private void withdraws() {
    visit("/studio/banner?code=" + code);
    field("banner:withdraw").click();
    page.locator(".ui-confirmdialog-yes").click();
    page.waitForURL("**&done=withdrawn");
    assertThat(page.locator("main")).containsText("The banner is withdrawn.");
    comes(".page-header .badge:text-is('Closed')");
    look();
    assertThat(page.locator("a[href='/my/draw?banner=" + code + "']")).hasCount(0);
  }

  /** Nodes read a published banner anew every few seconds. */
  private void comes(String selector) {
    page.waitForCondition(
        () -> {
          page.navigate("/gacha/banner?code=" + code);
          return page.locator(selector).count() > 0;
        });
  }

  @Test
  void aBannerThatTheLawForbidsIsNotPublished() throws IOException {
    signIn(ARTIST);
    String sun = "sun-half-" + mark;
    String moon = "moon-half-" + mark;
    owns(sun, "Sun half");
    owns(moon, "Moon half");
    rewardsTheSet(sun, moon);
    String half = "halves-" + mark;
    visit("/studio/banner");
    about("Two Halves " + mark, half);
    chances("5", "0", "0", "95");
    item(0, "Sun half", sun, 0);
    item(1, "Nothing but dust", "dust-" + mark, 3);
    field("banner:priceOne_input").fill("300");
    field("banner:check").click();
    page.waitForURL("**/studio/banner-preview?code=" + half);
    assertThat(page.locator("main [role=alert]"))
        .containsText("This banner cannot be published: in every market");
    assertThat(
            page.locator("section[aria-labelledby=laws] tr")
                .filter(new Locator.FilterOptions().setHasText("Kompu gacha")))
        .containsText("Not kept");
    assertThat(page.locator("[id='release:publish']")).hasCount(0);
    look();
    picture("studio-banner-forbidden");
    new Program(encore.url())
        .signedIn(ARTIST, PASSWORD)
        .post("/api/v1/studio/banners/" + half + "/publication")
        .expect(409, "gacha.against_law");
    new Program(encore.url()).get("/api/v1/banners/" + half).expect(404, "gacha.banner_not_found");
  }

  private void owns(String item, String name) throws IOException {
    visit("/studio/item?artist=hoshino-akari");
    field("item:code").fill(item);
    field("item:name").fill(name);
    choose("item:rarity", "SSR");
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("half.png", "image/png", lantern()));
    field("item:create").click();
    page.waitForURL("**code=" + item + "**");
  }

  private void rewardsTheSet(String... items) {
    visit("/studio/reward?artist=hoshino-akari");
    field("reward:code").fill("both-" + mark);
    choose("reward:itemCode", "Sun half");
    field("reward:name").fill("For whoever has both halves");
    field("reward:priceMedals_input").fill("1");
    field("reward:stock_input").fill("10");
    field("reward:limitPerFan_input").fill("1");
    field("reward:opensAt_input").fill(TODAY + " 00:00");
    field("reward:closesAt_input").fill(TODAY.plusDays(9) + " 00:00");
    page.keyboard().press("Escape");
    for (String item : items) {
      page.locator("[id='reward:conditions'] input[value='" + item + "']")
          .evaluate("box => { box.checked = true; }");
    }
    field("reward:save").click();
    assertThat(page.locator("main .notice-good")).isVisible();
  }

  private void about(String title, String bannerCode) {
    field("banner:title").fill(title);
    field("banner:code").fill(bannerCode);
    field("banner:opensAt_input").fill(TODAY.minusDays(1) + " 00:00");
    field("banner:closesAt_input").fill(TODAY.plusDays(20) + " 00:00");
    page.keyboard().press("Escape");
    field("banner:story").fill("Four lanterns over the river.");
  }

  private void chances(String... percents) {
    for (int i = 0; i < percents.length; i++) {
      row("chance", i, percents[i]);
    }
  }

  private void item(int place, String name, String itemCode, int rarity) {
    if (place > 0) {
      field("banner:addItem").click();
    }
    String at = ":" + place + ":";
    page.locator("[id$='" + at + "name']").fill(name);
    page.locator("[id$='" + at + "code']").fill(itemCode);
    page.locator("[id$='" + at + "weight_input']").fill("1");
    chooseIn(page.locator("[id$='" + at + "rarity']"), RARITIES.get(rarity));
  }

  private void row(String name, int place, String value) {
    page.locator("[id$=':" + place + ":" + name + "_input']").first().fill(value);
  }

  private Locator field(String id) {
    return page.locator("[id='" + id + "']");
  }

  private void choose(String id, String entry) {
    chooseIn(field(id), entry);
  }

  /**
   * Takes the entry that begins so. A list closes while the page still scrolls: it is opened anew.
   */
  private void chooseIn(Locator list, String entry) {
    Locator panel = page.locator("[id='" + list.getAttribute("id") + "_panel']");
    Locator wanted =
        panel
            .locator("li")
            .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + entry)))
            .first();
    boolean taken = false;
    for (int tries = 0; tries < 10 && !taken; tries++) {
      if (!panel.isVisible()) {
        list.locator(".ui-selectonemenu-trigger").click();
      }
      taken = isTaken(wanted);
    }
    assertThat(list.locator(".ui-selectonemenu-label")).containsText(entry);
    assertThat(panel).isHidden();
  }

  private static boolean isTaken(Locator entry) {
    try {
      entry.click(new Locator.ClickOptions().setTimeout(2_000));
      return true;
    } catch (TimeoutError closed) {
      return false;
    }
  }

  private static byte[] lantern() throws IOException {
    BufferedImage image = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setPaint(
        new GradientPaint(0, 0, new Color(0x0b1026), 0, 720, new Color(0x3a1c5a), false));
    brush.fillRect(0, 0, 1280, 720);
    brush.setColor(new Color(0xffb347));
    brush.fillOval(540, 220, 200, 280);
    brush.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
