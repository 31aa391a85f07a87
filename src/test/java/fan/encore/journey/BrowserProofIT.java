package fan.encore.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import fan.encore.gacha.GeneratedLog;
import fan.encore.local.Folders;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The browser's own checks, in a browser that reaches nothing but their files: they agree with the
 * engine, and call every kind of damage by the name that the command-line verifier gives it.
 */
class BrowserProofIT {

  private static final Path WEBAPP = Folders.project("src/main/webapp");
  private static final Path VECTORS =
      Folders.project("src/test/resources/fan/encore/gacha/vectors.json");
  private static final String HERE = "https://encore.test/";

  private static final String CHECK =
      "async text => {"
          + " const { checks } = await import('/resources/encore/js/proof.js');"
          + " const merkle = await import('/resources/encore/js/merkle.js');"
          + " const results = await checks(JSON.parse(text), merkle);"
          + " return Object.fromEntries(results.map(r => [r.name, r.finding || r.state])); }";

  private static final String REPLAY =
      "async text => {"
          + " const { Rules, Refused, draw } = await import('/resources/encore/js/engine.js');"
          + " const { canonical, unhex, sha256, hex, utf8 } = await import('/resources/encore/js/random.js');"
          + " const wrong = [];"
          + " for (const banner of JSON.parse(text).vectors) {"
          + "   const rules = new Rules(banner.rules);"
          + "   if (hex(sha256(utf8(canonical(banner.rules)))) !== banner.hash) wrong.push(banner.banner);"
          + "   for (const call of banner.calls) {"
          + "     let said;"
          + "     try {"
          + "       const { prizes, price, after } = draw(rules, call.before, call.stock, call, unhex(call.seed));"
          + "       said = canonical({ prizes, price, after });"
          + "     } catch (refused) {"
          + "       if (!(refused instanceof Refused)) throw refused;"
          + "       said = 'refused';"
          + "     }"
          + "     const due = call.refused ? 'refused' :"
          + "       canonical({ prizes: call.prizes, price: call.price, after: call.after });"
          + "     if (said !== due) wrong.push(banner.banner + ' ' + call.nonce);"
          + "   }"
          + " }"
          + " return wrong; }";

  private BrowserContext visitor;
  private Page page;

  @BeforeEach
  void open() {
    visitor = Browser.visitor(new NewContextOptions());
    visitor.route("**/*", BrowserProofIT::answer);
    page = visitor.newPage();
    page.navigate(HERE);
  }

  @AfterEach
  void close() {
    visitor.close();
  }

  private static void answer(Route route) {
    String path = route.request().url().substring(HERE.length());
    Path file = WEBAPP.resolve(path);
    if (path.isEmpty()) {
      route.fulfill(
          new Route.FulfillOptions().setContentType("text/html").setBody("<title>-</title>"));
    } else if (Files.isRegularFile(file)) {
      route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setPath(file));
    } else {
      route.abort();
    }
  }

  private static GeneratedLog log() throws Exception {
    return new GeneratedLog(GeneratedLog.banner(true)).played(3, 8);
  }

  private Map<String, String> check(JsonObject bundle) {
    Map<String, String> results = new TreeMap<>();
    ((Map<?, ?>) page.evaluate(CHECK, bundle.toString()))
        .forEach((name, result) -> results.put((String) name, (String) result));
    return results;
  }

  /** What is wrong with the tenth draw, by name. */
  private Set<String> wrong(JsonObject bundle) {
    Set<String> wrong = new TreeSet<>(check(bundle).values());
    wrong.removeAll(Set.of("good", "wait", "none"));
    return wrong;
  }

  private static UnaryOperator<JsonObject> with(String key, JsonValue value) {
    return body -> Json.createObjectBuilder(body).add(key, value).build();
  }

  private static UnaryOperator<JsonObject> raised(String key, String number) {
    return body -> {
      JsonObject numbers = body.getJsonObject(key);
      long before = numbers.containsKey(number) ? numbers.getInt(number) : 0;
      JsonObjectBuilder after = Json.createObjectBuilder(numbers).add(number, before + 1);
      return Json.createObjectBuilder(body).add(key, after).build();
    };
  }

  @Test
  void theEngineInTheBrowserAgreesWithEveryVector() throws Exception {
    assertEquals(List.of(), page.evaluate(REPLAY, Files.readString(VECTORS)));
  }

  @Test
  void aDrawInOrderPassesEveryCheck() throws Exception {
    Map<String, String> results = check(log().bundle(10));
    assertEquals(Set.of("good"), Set.copyOf(results.values()), results.toString());
    assertEquals(8, results.size());
  }

  @Test
  void whileTheSeedIsSecretWhatNeedsItWaits() throws Exception {
    Map<String, String> results = check(log().withhold("seed-revealed", 1).bundle(10));
    assertEquals("wait", results.get("result"), results.toString());
    assertEquals("good", results.get("odds"));
    assertEquals("good", results.get("complete"));
    assertEquals("good", results.get("included"));
  }

  @Test
  void damageIsCalledByItsNameEvenWhenItIsSigned() throws Exception {
    JsonValue star = Json.createArrayBuilder().add("star").build();
    assertEquals(
        Set.of("draw-tampered"), wrong(log().change("draw", 10, with("prizes", star)).bundle(10)));
    assertEquals(
        Set.of("draw-tampered"),
        wrong(log().change("draw", 10, with("price", Json.createValue(1))).bundle(10)));
    assertEquals(
        Set.of("state-tampered"),
        wrong(log().change("draw", 10, raised("after", "pity.SSR")).bundle(10)));
    assertEquals(
        Set.of("state-tampered"),
        wrong(log().change("draw", 10, raised("before", "pity.SSR")).bundle(10)));
    assertEquals(
        Set.of("stock-tampered"),
        wrong(log().change("draw", 10, raised("stock", "sr-0")).bundle(10)));
    assertEquals(
        Set.of("odds-changed"),
        wrong(
            log()
                .change(
                    "odds",
                    0,
                    body ->
                        with(
                                "rules",
                                with("zone", Json.createValue("UTC"))
                                    .apply(body.getJsonObject("rules")))
                            .apply(body))
                .bundle(10)));
    assertEquals(
        Set.of("seed-mismatch"),
        wrong(
            log()
                .change("seed-revealed", 1, with("seed", Json.createValue("00".repeat(32))))
                .bundle(10)));
  }

  @Test
  void aWithheldDrawIsANonceGap() throws Exception {
    assertEquals(
        Set.of("nonce-gap"),
        wrong(
            new GeneratedLog(GeneratedLog.banner(false))
                .played(3, 8)
                .withhold("draw", 4)
                .bundle(9)));
  }

  @Test
  void whatIsNotInTheSignedTreeIsLogTampered() throws Exception {
    GeneratedLog log = log();
    JsonObject signed = log.bundle(10);
    JsonObject changed = log.change("draw", 10, with("market", Json.createValue("US"))).bundle(10);
    JsonObject mixed =
        Json.createObjectBuilder(changed).add("checkpoint", signed.getString("checkpoint")).build();
    assertEquals(Set.of("log-tampered"), wrong(mixed));
    JsonObject forged =
        Json.createObjectBuilder(signed).add("key", log().bundle(10).getString("key")).build();
    assertEquals(Set.of("signature-wrong"), wrong(forged));
  }
}
