package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.fairness.Canonical;
import fan.encore.fairness.SeedStream;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What {@code encore-gacha/1} gives, as a file that any other implementation is tested against.
 * {@code -Dencore.golden=true} writes it again, which means that the version must rise.
 */
class VectorsTest {

  private static final Path FILE = Path.of("src/test/resources/fan/encore/gacha/vectors.json");
  private static final int BANNERS = 40;
  private static final int CALLS = 25;

  @Test
  void theEngineGivesWhatTheVectorsSay() throws IOException {
    if (Boolean.getBoolean("encore.golden")) {
      Files.writeString(FILE, Canonical.write(vectors()).replace("{\"banner", "\n{\"banner"));
    }
    JsonObject file;
    try (var reader = Json.createReader(Files.newBufferedReader(FILE))) {
      file = reader.readObject();
    }
    int calls = 0;
    for (JsonObject banner : file.getJsonArray("vectors").getValuesAs(JsonObject.class)) {
      Rules rules = Rules.parse(Canonical.write(banner.getJsonObject("rules")));
      assertEquals(banner.getString("hash"), rules.hash());
      for (JsonObject call : banner.getJsonArray("calls").getValuesAs(JsonObject.class)) {
        assertEquals(call, played(rules, call));
        calls++;
      }
    }
    assertTrue(calls > 900, calls + " calls");
  }

  /** The call's inputs, with what the engine gives for them. */
  private static JsonObject played(Rules rules, JsonObject call) {
    State before = State.parse(Canonical.write(call.getJsonObject("before")));
    Map<String, Long> stock =
        call.getJsonObject("stock").entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> ((JsonNumber) e.getValue()).longValueExact()));
    JsonObjectBuilder result = Json.createObjectBuilder();
    for (String input :
        new String[] {"before", "stock", "count", "free", "day", "seed", "clientSeed", "nonce"}) {
      result.add(input, call.get(input));
    }
    try {
      Outcome outcome =
          Engine.draw(
              rules,
              before,
              new Stock(stock),
              new Play(call.getInt("count"), call.getBoolean("free"), call.getInt("day")),
              new SeedStream(
                  HexFormat.of().parseHex(call.getString("seed")),
                  call.getString("clientSeed"),
                  call.getInt("nonce")));
      result
          .add("prizes", Json.createArrayBuilder(outcome.items()))
          .add("price", outcome.price())
          .add("after", state(outcome.after()));
    } catch (DrawRefused refused) {
      result.add("refused", refused.code());
    }
    return result.build();
  }

  private static JsonObject state(State state) {
    return Canonical.read(state.canonical());
  }

  private static JsonObject vectors() {
    SplittableRandom luck = new SplittableRandom(20_261_121);
    JsonArrayBuilder banners = Json.createArrayBuilder();
    for (int i = 0; i < BANNERS; i++) {
      Rules rules = RandomRules.of(luck, "banner-" + i);
      banners.add(
          Json.createObjectBuilder()
              .add("banner", "banner-" + i)
              .add("rules", Canonical.read(rules.canonical()))
              .add("hash", rules.hash())
              .add("calls", calls(rules, luck)));
    }
    return Json.createObjectBuilder()
        .add("version", Engine.VERSION)
        .add("vectors", banners)
        .build();
  }

  private static JsonArrayBuilder calls(Rules rules, SplittableRandom luck) {
    byte[] seed = new byte[SeedStream.SEED_BYTES];
    luck.nextBytes(seed);
    JsonArrayBuilder calls = Json.createArrayBuilder();
    State state = State.EMPTY;
    Map<String, Long> stock =
        rules.sharedItems().stream()
            .collect(Collectors.toMap(code -> code, code -> rules.item(code).stock()));
    int nonce = 0;
    for (int i = 0; i < CALLS; i++) {
      boolean free = luck.nextInt(4) == 0;
      JsonObject call =
          played(
              rules,
              Json.createObjectBuilder()
                  .add("before", state(state))
                  .add("stock", Json.createObjectBuilder(Map.<String, Object>copyOf(stock)))
                  .add("count", free ? 1 : new int[] {1, 3, 10}[luck.nextInt(3)])
                  .add("free", free)
                  .add("day", 20_000 + i / 3)
                  .add("seed", HexFormat.of().formatHex(seed))
                  .add("clientSeed", "fan-" + luck.nextInt(1_000))
                  .add("nonce", nonce)
                  .build());
      calls.add(call);
      if (call.containsKey("after")) {
        nonce++;
        state = State.parse(Canonical.write(call.getJsonObject("after")));
        call.getJsonArray("prizes").getValuesAs(JsonString::getString).stream()
            .forEach(item -> stock.computeIfPresent(item, (code, left) -> left - 1));
      }
    }
    return calls;
  }
}
