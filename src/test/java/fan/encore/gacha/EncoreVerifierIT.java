package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.Folders;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The verifier that fans download, as the file that they download, compiled by itself without a
 * class of the product: it agrees with the product's engine, and calls every kind of damage by its
 * name, even when the damaged log is signed.
 */
class EncoreVerifierIT {

  private static final Path SOURCE =
      Folders.project("src/main/webapp/fairness/EncoreVerifier.java");
  private static final Path VECTORS =
      Folders.project("src/test/resources/fan/encore/gacha/vectors.json");

  @TempDir private static Path dir;

  private static URLClassLoader classes;
  private static Method verifier;

  private record Verdict(int exit, Set<String> wrong, String text) {
    boolean says(String part) {
      return text.contains(part);
    }
  }

  @BeforeAll
  static void compile() throws Exception {
    int answer =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null, null, null, "-Xlint:all", "-Werror", "-d", dir.toString(), SOURCE.toString());
    assertEquals(0, answer);
    classes = new URLClassLoader(new URL[] {dir.toUri().toURL()}, null);
    verifier =
        classes.loadClass("EncoreVerifier").getMethod("run", String[].class, PrintStream.class);
  }

  @AfterAll
  static void close() throws Exception {
    classes.close();
  }

  private static Verdict verify(Path file, String... options) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] arguments = java.util.Arrays.copyOf(options, options.length + 1);
    arguments[options.length] = file.toString();
    int exit =
        (int) verifier.invoke(null, arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
    String text = out.toString(StandardCharsets.UTF_8);
    Set<String> wrong =
        Pattern.compile("^WRONG +(\\S+)", Pattern.MULTILINE)
            .matcher(text)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    return new Verdict(exit, wrong, text);
  }

  private static GeneratedLog log() throws Exception {
    return new GeneratedLog(GeneratedLog.banner(true)).played(4, 30);
  }

  private static Path file() throws Exception {
    return Files.createTempFile(dir, "log", ".jsonl");
  }

  private static void onlyWrong(String name, GeneratedLog tampered) throws Exception {
    Verdict verdict = verify(tampered.write(file()));
    assertEquals(Set.of(name), verdict.wrong(), verdict.text());
    assertEquals(1, verdict.exit());
  }

  private static UnaryOperator<JsonObject> with(String key, JsonValue value) {
    return body -> Json.createObjectBuilder(body).add(key, value).build();
  }

  private static JsonObject plusOne(JsonObject numbers, String key) {
    long number = numbers.containsKey(key) ? numbers.getJsonNumber(key).longValueExact() : 0;
    return Json.createObjectBuilder(numbers).add(key, number + 1).build();
  }

  @Test
  void aLogThatNobodyTouchedIsInOrder() throws Exception {
    Verdict verdict = verify(log().write(file()));
    assertEquals(Set.of(), verdict.wrong(), verdict.text());
    assertEquals(0, verdict.exit());
    assertTrue(verdict.says("gala: 121 draws, 121 replayed, 0 not yet"), verdict.text());
    assertTrue(verdict.says("signed by " + GeneratedLog.ORIGIN), verdict.text());
  }

  @Test
  void itAgreesWithEveryVectorOfTheEngine() throws Exception {
    JsonObject vectors;
    try (var reader = Json.createReader(Files.newBufferedReader(VECTORS))) {
      vectors = reader.readObject();
    }
    int seen = 0;
    for (JsonObject banner : vectors.getJsonArray("vectors").getValuesAs(JsonObject.class)) {
      Rules rules = Rules.parse(fan.encore.fairness.Canonical.write(banner.getJsonObject("rules")));
      List<JsonObject> calls =
          banner.getJsonArray("calls").getValuesAs(JsonObject.class).stream().toList();
      GeneratedLog log =
          logOf(rules, calls.stream().filter(call -> call.containsKey("after")).toList());
      Verdict verdict = verify(log.write(file()));
      assertEquals(Set.of(), verdict.wrong(), verdict.text());
      seen += calls.size();
      JsonObject refused =
          calls.stream().filter(call -> call.containsKey("refused")).findFirst().orElse(null);
      if (refused != null && rules.sharedItems().isEmpty()) {
        JsonObjectBuilder forced =
            Json.createObjectBuilder(refused).add("nonce", 0).add("price", 0);
        forced.add("after", refused.get("before")).add("prizes", JsonValue.EMPTY_JSON_ARRAY);
        JsonObjectBuilder first = Json.createObjectBuilder(forced.build());
        Verdict caught = verify(logOf(rules, List.of(first.build())).write(file()));
        assertTrue(caught.says("the rules do not allow it"), caught.text());
      }
    }
    assertTrue(seen > 900);
  }

  private static GeneratedLog logOf(Rules rules, List<JsonObject> calls) throws Exception {
    GeneratedLog log = new GeneratedLog(rules);
    if (calls.isEmpty()) {
      return log;
    }
    String seed = calls.get(0).getString("seed");
    String chain = fan.encore.fairness.SeedStream.commitment(HexFormat.of().parseHex(seed));
    log.add(
        "seed-committed",
        Json.createObjectBuilder().add("chain", chain).add("group", rules.design().group()));
    for (JsonObject call : calls) {
      JsonNumber price = call.getJsonNumber("price");
      log.add(
          "draw",
          Json.createObjectBuilder(call)
              .remove("seed")
              .remove("refused")
              .add("banner", rules.design().banner())
              .add("chain", chain)
              .add(
                  "lots",
                  Json.createArrayBuilder().add(Json.createArrayBuilder().add(1).add(price)))
              .add("odds", rules.hash())
              .add("oddsIndex", 0));
    }
    return log.add(
        "seed-revealed",
        Json.createObjectBuilder()
            .add("chain", chain)
            .add("draws", calls.size())
            .add("seed", seed));
  }

  @Test
  void aDrawWhoseSeedIsNotToldYetIsCountedAsNotYet() throws Exception {
    Verdict verdict = verify(log().withhold("seed-revealed", 0).write(file()));
    assertEquals(Set.of(), verdict.wrong(), verdict.text());
    assertTrue(verdict.says("121 draws, 91 replayed, 30 not yet"), verdict.text());
  }

  @Test
  void aChangedLeafIsLogTampered() throws Exception {
    GeneratedLog log = log();
    String signed = log.checkpoint();
    log.change("draw", 7, with("market", Json.createValue("US")));
    assertEquals(Set.of("log-tampered"), verify(log.write(file(), signed)).wrong());
  }

  @Test
  void aLeafThatIsMissingIsLogTampered() throws Exception {
    GeneratedLog log = log();
    String signed = log.checkpoint();
    Verdict verdict = verify(log.withhold("draw", 119).write(file(), signed));
    assertTrue(verdict.wrong().contains("log-tampered"), verdict.text());
  }

  @Test
  void anotherSignatureIsSignatureWrong() throws Exception {
    GeneratedLog log = log();
    Verdict verdict = verify(log.write(file(), log().checkpoint()));
    assertEquals(Set.of("signature-wrong"), verdict.wrong(), verdict.text());
    String other = log().key();
    assertEquals(Set.of("signature-wrong"), verify(log.write(file()), "--key", other).wrong());
  }

  @Test
  void aTamperedOddsTableIsOddsChanged() throws Exception {
    onlyWrong(
        "odds-changed",
        log()
            .change(
                "odds",
                0,
                body ->
                    Json.createObjectBuilder(body)
                        .add(
                            "rules",
                            Json.createObjectBuilder(body.getJsonObject("rules"))
                                .add("zone", "UTC"))
                        .build()));
  }

  @Test
  void oddsThatWerePublishedAfterTheDrawAreOddsChanged() throws Exception {
    onlyWrong("odds-changed", log().change("draw", 3, with("oddsIndex", Json.createValue(100))));
  }

  @Test
  void aTamperedPrizeIsDrawTampered() throws Exception {
    onlyWrong(
        "draw-tampered",
        log()
            .change(
                "draw",
                50,
                body ->
                    with(
                            "prizes",
                            Json.createArrayBuilder(body.getJsonArray("prizes"))
                                .set(0, "star")
                                .build())
                        .apply(body)));
  }

  @Test
  void aTamperedPriceIsDrawTampered() throws Exception {
    onlyWrong("draw-tampered", log().change("draw", 50, with("price", Json.createValue(301))));
  }

  @Test
  void anItemChosenForPointsThatWereNotThereIsDrawTampered() throws Exception {
    onlyWrong(
        "draw-tampered",
        log()
            .change(
                "exchange",
                0,
                body ->
                    Json.createObjectBuilder(body)
                        .add("item", "sr-1")
                        .add("prizes", Json.createArrayBuilder().add("sr-1"))
                        .build()));
  }

  @Test
  void aTamperedClientSeedIsDrawTampered() throws Exception {
    Verdict verdict =
        verify(log().change("draw", 50, with("clientSeed", Json.createValue("x"))).write(file()));
    assertTrue(verdict.wrong().contains("draw-tampered"), verdict.text());
  }

  @Test
  void aTamperedPityStateIsStateTampered() throws Exception {
    for (String side : List.of("before", "after")) {
      onlyWrong(
          "state-tampered",
          log()
              .change(
                  "draw",
                  9,
                  body -> with(side, plusOne(body.getJsonObject(side), "pity.SSR")).apply(body)));
    }
  }

  @Test
  void aTamperedStockCountIsStockTampered() throws Exception {
    onlyWrong(
        "stock-tampered",
        log()
            .change(
                "draw",
                20,
                body -> with("stock", plusOne(body.getJsonObject("stock"), "sr-0")).apply(body)));
  }

  @Test
  void aWithheldDrawIsNonceGap() throws Exception {
    GeneratedLog log = new GeneratedLog(GeneratedLog.banner(false)).played(4, 30);
    onlyWrong("nonce-gap", log.withhold("draw", 60));
    onlyWrong("nonce-gap", log.withhold("draw", 118));
  }

  @Test
  void aSeedOtherThanTheCommittedIsSeedMismatch() throws Exception {
    onlyWrong(
        "seed-mismatch",
        log().change("seed-revealed", 1, with("seed", Json.createValue("00".repeat(32)))));
  }

  @Test
  void aCommitmentAfterTheDrawIsSeedMismatch() throws Exception {
    GeneratedLog log = log();
    JsonObject late = log.body("seed-committed", 0);
    log.withhold("seed-committed", 0).add("seed-committed", Json.createObjectBuilder(late));
    Verdict verdict = verify(log.write(file()));
    assertTrue(verdict.wrong().contains("seed-mismatch"), verdict.text());
  }

  @Test
  void refusalsThatAreForgottenAreRefusalsTampered() throws Exception {
    GeneratedLog log = log();
    for (int count : new int[] {5, 4}) {
      log.add(
          "refusals",
          Json.createObjectBuilder()
              .add("banner", "gala")
              .add("counts", Json.createObjectBuilder().add("wallet.balance_too_low", count)));
    }
    onlyWrong("refusals-tampered", log);
  }

  @Test
  void itRunsAsOneFileAsTheDocumentationSays() throws Exception {
    Path log = log().write(file());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                SOURCE.toString(),
                "--banner",
                "gala",
                log.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    assertTrue(said.contains("RESULT     nothing is wrong"), said);
  }
}
