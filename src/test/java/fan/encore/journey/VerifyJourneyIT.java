package fan.encore.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import fan.encore.program.Fan;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fan draws, has the seed told, lets her browser check the draw, keeps the proof and checks it
 * again with the server out of reach.
 */
class VerifyJourneyIT extends Journey {

  @TempDir private Path dir;

  @Test
  void aDrawIsVerifiedInTheBrowserAndStillIsWithoutTheServer() throws Exception {
    Fan fan = Fan.join(encore, "Tashi");
    fan.buysDiamonds(encore, "spark");
    String code = draw(fan);
    signIn(fan.email(), fan.password());
    visit("/my/fairness");
    page.locator("#chains button").first().click();
    page.waitForURL("**/my/fairness?done=renewed");
    look();
    page.navigate("/fairness/verify?draw=" + code);
    page.waitForSelector("[data-verdict=good]");
    look();
    Download download = page.waitForDownload(() -> page.locator("[data-keep]").click());
    Path kept = dir.resolve("draw.json");
    download.saveAs(kept);

    page.context().setOffline(true);
    open(kept);
    assertEquals("good", verdict());
    Path tampered = dir.resolve("tampered.json");
    Files.writeString(tampered, tampered(Files.readString(kept)));
    open(tampered);
    assertEquals("bad", verdict());
    assertTrue(page.locator("[data-check=result]").innerText().contains("draw-tampered"));
    assertTrue(page.locator("[data-check=included]").innerText().contains("log-tampered"));
    page.context().setOffline(false);
  }

  private String verdict() {
    return page.locator("[data-verify]").getAttribute("data-verdict");
  }

  private void open(Path file) {
    page.evaluate("document.querySelector('[data-verify]').removeAttribute('data-verdict')");
    page.locator("input[type=file]").setInputFiles(file);
    page.waitForSelector("[data-verdict]");
  }

  /** Somebody else's luck: the first prize of the draw is given another name. */
  private static String tampered(String bundle) {
    JsonObject kept = read(bundle);
    for (JsonObject leaf : kept.getJsonArray("leaves").getValuesAs(JsonObject.class)) {
      if (leaf.getInt("index") == kept.getInt("draw")) {
        String quoted = Json.createValue(leaf.getString("body")).toString();
        String changed = leaf.getString("body").replaceFirst("\"prizes\":\\[\"", "\"prizes\":[\"x");
        return kept.toString().replace(quoted, Json.createValue(changed).toString());
      }
    }
    throw new AssertionError("The draw is not in its bundle");
  }

  private static String draw(Fan fan) {
    JsonObject wish =
        Json.createObjectBuilder().add("count", 1).add("clientSeed", "chosen-by-her").build();
    String banner = "/api/v1/banners/planetarium-nights";
    fan.program().get(banner + "/chain").expect(200);
    return fan.program().once().post(banner + "/draws", wish).expect(201).json().getString("code");
  }

  private static JsonObject read(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
