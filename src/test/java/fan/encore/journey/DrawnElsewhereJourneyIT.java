package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import fan.encore.program.Fan;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fan has the draw page open while she draws with a program; the page learns of it by itself. */
class DrawnElsewhereJourneyIT extends Journey {

  private static final String BANNER = "/api/v1/banners/planetarium-nights";
  private static final String PAGE = "/my/draw?banner=planetarium-nights";

  @Test
  void aDrawOfAnotherDeviceIsRevealedOnTheOpenPage() {
    Fan fan = rich("Ayame");
    signIn(fan.email(), fan.password());
    page.navigate(PAGE);
    JsonObject drawn = draw(fan, 1);
    page.waitForSelector("[data-drawn='" + drawn.getString("code") + "']");
    Locator stage = page.locator("dialog.reveal[open]");
    assertThat(stage.locator(".reveal-name")).hasText(names(drawn).get(0));
    stage.getByText("Continue").click();
    assertThat(stage).hasCount(0);
    look();
    picture("drawn-elsewhere");
    String left = String.format("%,d", total(fan));
    assertThat(page.locator(".header .balance")).containsText(left);
    assertThat(page.locator(".draw-panel [data-balance]")).containsText(left);
    assertEquals(1, nonce(), "what comes next is told anew, too");
    part(drawn).getByText("Receipt").click();
    page.waitForURL("**/my/receipt?code=" + drawn.getString("code"));
    assertThat(page.locator("main")).containsText(names(drawn).get(0));
  }

  @Test
  void drawsOfOthersAndHerOwnOfThisPageAreNotNews() {
    Fan fan = rich("Botan");
    Fan other = rich("Cosmos");
    signIn(fan.email(), fan.password());
    page.navigate(PAGE);
    page.waitForSelector("html[data-news-open]");
    draw(other, 1);
    page.locator(".draw-buttons button").first().click();
    page.waitForURL("**draw=DRW-*");
    page.locator("dialog.reveal[open] .reveal-foot button").first().click();
    JsonObject last = draw(fan, 10);
    page.waitForSelector("[data-drawn='" + last.getString("code") + "']");
    assertThat(page.locator("[data-drawn]")).hasCount(1);
    assertThat(part(last).locator(".prize")).hasCount(10);
    assertEquals(names(last), part(last).locator(".prize-name").allInnerTexts());
  }

  @Test
  void whatWasMissedIsToldWhenThePageComesAgain() {
    Fan fan = rich("Dahlia");
    String known = draw(fan, 1).getString("code");
    String missed = draw(fan, 1).getString("code");
    signIn(fan.email(), fan.password());
    page.navigate("/my/wallet");
    assertEquals(missed, page.evaluate(FIRST_EVENT, known));
    assertEquals(known, page.evaluate(FIRST_EVENT, ""));
  }

  @Test
  void soundIsOffUntilSwitchedOnAndTheChoiceIsRemembered() {
    page.context().addInitScript(LISTENING);
    Fan fan = rich("Erika");
    signIn(fan.email(), fan.password());
    page.navigate(PAGE);
    Locator sound = page.locator(".page-header [data-sound-switch]");
    assertThat(sound).hasAttribute("aria-pressed", "false");
    reveal(draw(fan, 1));
    assertEquals(List.of(), heard(), "nothing is heard until it is switched on");

    sound.click();
    assertThat(sound).hasAttribute("aria-pressed", "true");
    JsonObject second = draw(fan, 1);
    reveal(second);
    page.waitForFunction("window.heard.length > 0");
    assertEquals(notes(second), heard(), "the chord of its rarity and nothing else");

    page.reload();
    assertThat(sound).hasAttribute("aria-pressed", "true");
    page.setViewportSize(390, 844);
    look();
    sound.click();
    assertThat(sound).hasAttribute("aria-pressed", "false");
    page.reload();
    assertThat(sound).hasAttribute("aria-pressed", "false");
    reveal(draw(fan, 1));
    assertEquals(List.of(), heard(), "and off again");
  }

  private static final String FIRST_EVENT =
      """
      after => new Promise((resolve, reject) => {
        const stream = new EventSource('/my/draw-news?after=' + after);
        stream.onerror = reject;
        stream.addEventListener('drawn', event => { stream.close(); resolve(event.data); });
      })
      """;

  /** Writes down every tone that is started. */
  private static final String LISTENING =
      """
      window.heard = [];
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (when) {
        window.heard.push(Math.round(this.frequency.value));
        return start.call(this, when);
      };
      """;

  private Fan rich(String name) {
    Fan fan = Fan.join(encore, name);
    fan.buysDiamonds(encore, "chest");
    fan.program().get(BANNER + "/chain").expect(200);
    return fan;
  }

  private static JsonObject draw(Fan fan, int count) {
    JsonObject wish =
        Json.createObjectBuilder().add("count", count).add("clientSeed", "elsewhere").build();
    return fan.program().once().post(BANNER + "/draws", wish).expect(201).json();
  }

  private static List<String> names(JsonObject drawn) {
    return drawn.getJsonArray("prizes").getValuesAs(JsonObject.class).stream()
        .map(prize -> prize.getString("name"))
        .toList();
  }

  private static long total(Fan fan) {
    JsonObject wallet = fan.program().get("/api/v1/wallet").expect(200).json();
    return wallet.getJsonNumber("free").longValue() + wallet.getJsonNumber("paid").longValue();
  }

  private Locator part(JsonObject drawn) {
    return page.locator("[data-drawn='" + drawn.getString("code") + "']");
  }

  private int nonce() {
    return Integer.parseInt(page.locator("[id='draw:nonce']").textContent());
  }

  /** Waits for the reveal, sees it to its end and leaves it. */
  private void reveal(JsonObject drawn) {
    page.waitForSelector("[data-drawn='" + drawn.getString("code") + "']");
    Locator stage = page.locator("dialog.reveal[open]");
    assertThat(stage.locator(".reveal-name").first()).hasText(names(drawn).get(0));
    stage.locator(".reveal-foot .button-spot").click();
    assertThat(stage).hasCount(0);
  }

  @SuppressWarnings("unchecked")
  private List<Object> heard() {
    return (List<Object>) page.evaluate("window.heard");
  }

  @SuppressWarnings("unchecked")
  private List<Object> notes(JsonObject drawn) {
    String rarity = drawn.getJsonArray("prizes").getJsonObject(0).getString("rarity");
    List<Object> notes =
        (List<Object>)
            page.evaluate(
                "rarity => window.encoreRevealSound.notes[rarity].map(Math.round)", rarity);
    assertTrue(!notes.isEmpty(), rarity);
    return notes;
  }
}
