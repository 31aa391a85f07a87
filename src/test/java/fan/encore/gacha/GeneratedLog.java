package fan.encore.gacha;

import fan.encore.fairness.Canonical;
import fan.encore.fairness.SeedStream;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * A log of draws by the real engine, that a test may damage and then sign as if nothing had
 * happened. Run by itself it writes a large one to measure the verifier with: file, fans, calls of
 * each.
 */
public final class GeneratedLog {

  /** Name of the log in its checkpoints and keys. */
  static final String ORIGIN = "encore.test/log";

  private static final String AT = "2026-11-21T03:04:05.678901Z";
  private static final int DAY = 20_778;

  private record Leaf(String kind, JsonObject body) {}

  private static final class Fan {
    private final byte[] seed = new byte[SeedStream.SEED_BYTES];
    private State state = State.EMPTY;
    private int nonce;

    private String chain() {
      return SeedStream.commitment(seed);
    }
  }

  private final List<Leaf> leaves = new ArrayList<>();
  private final SplittableRandom luck = new SplittableRandom(20_261_121);
  private final Rules rules;
  private final Rules drawnBy;
  private final Map<String, Long> stock = new TreeMap<>();
  private final List<Fan> fans = new ArrayList<>();
  private final KeyPair keys;

  public GeneratedLog(Rules rules) throws GeneralSecurityException {
    this(rules, rules);
  }

  /** An operator who publishes rules and draws by others. */
  GeneratedLog(Rules rules, Rules drawnBy) throws GeneralSecurityException {
    this.rules = rules;
    this.drawnBy = drawnBy;
    this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    rules.sharedItems().forEach(code -> stock.put(code, rules.item(code).stock()));
    add(
        "odds",
        Json.createObjectBuilder()
            .add("banner", rules.design().banner())
            .add("publishedAt", AT)
            .add("rules", Canonical.read(rules.canonical()))
            .add("version", 1));
  }

  /** Fans who draw in turns, mostly tens, and whose seeds are told at the end. */
  public GeneratedLog played(int howMany, int calls) {
    for (int i = 0; i < howMany; i++) {
      Fan fan = new Fan();
      luck.nextBytes(fan.seed);
      fans.add(fan);
      add(
          "seed-committed",
          Json.createObjectBuilder()
              .add("chain", fan.chain())
              .add("group", rules.design().group()));
    }
    for (int call = 0; call < calls; call++) {
      fans.forEach(fan -> draw(fan, luck.nextInt(3) == 0 ? 1 : 10));
    }
    Design.Ceiling ceiling = rules.design().ceiling();
    if (ceiling != null && fans.get(0).state.get(rules.own("points")) >= ceiling.price()) {
      exchange(fans.get(0), ceiling.items().get(0));
    }
    fans.forEach(
        fan ->
            add(
                "seed-revealed",
                Json.createObjectBuilder()
                    .add("chain", fan.chain())
                    .add("draws", fan.nonce)
                    .add("seed", HexFormat.of().formatHex(fan.seed))));
    return this;
  }

  private void draw(Fan fan, int count) {
    String clientSeed = Long.toHexString(luck.nextLong());
    Outcome outcome =
        Engine.draw(
            drawnBy,
            fan.state,
            new Stock(stock),
            new Play(count, false, DAY),
            new SeedStream(fan.seed, clientSeed, fan.nonce));
    JsonArrayBuilder lot =
        Json.createArrayBuilder().add(luck.nextInt(1_000_000)).add(outcome.price());
    add(
        "draw",
        leaf(fan, outcome)
            .add("clientSeed", clientSeed)
            .add("count", count)
            .add("day", DAY)
            .add("free", false)
            .add("ledger", leaves.size())
            .add("lots", Json.createArrayBuilder().add(lot)));
    settle(fan, outcome);
  }

  private void exchange(Fan fan, String item) {
    Outcome outcome = Engine.exchange(rules, fan.state, new Stock(stock), item);
    add("exchange", leaf(fan, outcome).add("item", item).add("lots", Json.createArrayBuilder()));
    settle(fan, outcome);
  }

  private JsonObjectBuilder leaf(Fan fan, Outcome outcome) {
    JsonObjectBuilder left = Json.createObjectBuilder();
    stock.forEach(left::add);
    JsonObjectBuilder leaf =
        Json.createObjectBuilder()
            .add("after", Canonical.read(outcome.after().canonical()))
            .add("at", AT)
            .add("banner", rules.design().banner())
            .add("before", Canonical.read(fan.state.canonical()))
            .add("chain", fan.chain())
            .add("code", "D" + Long.toHexString(luck.nextLong()))
            .add("market", "JP")
            .add("nonce", fan.nonce)
            .add("odds", rules.hash())
            .add("oddsIndex", 0)
            .add("price", outcome.price())
            .add("prizes", Json.createArrayBuilder(outcome.items()));
    return stock.isEmpty() ? leaf : leaf.add("stock", left);
  }

  private void settle(Fan fan, Outcome outcome) {
    fan.nonce++;
    fan.state = outcome.after();
    outcome.items().forEach(item -> stock.computeIfPresent(item, (code, before) -> before - 1));
  }

  GeneratedLog add(String kind, JsonObjectBuilder body) {
    leaves.add(new Leaf(kind, body.build()));
    return this;
  }

  /** Changes the n-th leaf of a kind, counted from 0. */
  public GeneratedLog change(String kind, int n, UnaryOperator<JsonObject> change) {
    int index = indexOf(kind, n);
    leaves.set(index, new Leaf(kind, change.apply(leaves.get(index).body())));
    return this;
  }

  /** Takes the n-th leaf of a kind out, counted from 0. */
  public GeneratedLog withhold(String kind, int n) {
    leaves.remove(indexOf(kind, n));
    return this;
  }

  public JsonObject body(String kind, int n) {
    return leaves.get(indexOf(kind, n)).body();
  }

  private int indexOf(String kind, int n) {
    int seen = 0;
    for (int i = 0; i < leaves.size(); i++) {
      if (leaves.get(i).kind().equals(kind) && seen++ == n) {
        return i;
      }
    }
    throw new IllegalArgumentException("No " + n + " of " + kind);
  }

  /** Shows every leaf, its kind and its text, in order. */
  void forEach(BiConsumer<String, String> seen) {
    leaves.forEach(leaf -> seen.accept(leaf.kind(), Canonical.write(leaf.body())));
  }

  /** A line per leaf after a first line with checkpoint and key. */
  Path write(Path file) throws IOException, GeneralSecurityException {
    return write(file, checkpoint());
  }

  /** The same under a checkpoint that was made before. */
  Path write(Path file, String checkpoint) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          Canonical.write(
              Json.createObjectBuilder().add("checkpoint", checkpoint).add("key", key()).build()));
      for (int i = 0; i < leaves.size(); i++) {
        out.write('\n');
        out.write(
            Canonical.write(
                Json.createObjectBuilder()
                    .add("body", Canonical.write(leaves.get(i).body()))
                    .add("index", i)
                    .add("kind", leaves.get(i).kind())
                    .build()));
      }
    }
    return file;
  }

  String key() {
    return ORIGIN + "+" + HexFormat.of().formatHex(keyId()) + "+" + base64(typedKey());
  }

  /** Signs the log as it stands. */
  String checkpoint() throws GeneralSecurityException {
    String text = ORIGIN + "\n" + leaves.size() + "\n" + base64(root(hashes())) + "\n";
    Signature ed25519 = Signature.getInstance("Ed25519");
    ed25519.initSign(keys.getPrivate());
    ed25519.update(text.getBytes(StandardCharsets.UTF_8));
    byte[] signature = ed25519.sign();
    byte[] line = Arrays.copyOf(keyId(), 4 + signature.length);
    System.arraycopy(signature, 0, line, 4, signature.length);
    return text + "\n\u2014 " + ORIGIN + " " + base64(line) + "\n";
  }

  /** The definition in RFC 6962, section 2.1, word for word. */
  private static byte[] root(List<byte[]> hashes) {
    if (hashes.size() == 1) {
      return hashes.get(0);
    }
    int split = Integer.highestOneBit(hashes.size() - 1);
    byte[] left = root(hashes.subList(0, split));
    return sha256(new byte[] {1}, left, root(hashes.subList(split, hashes.size())));
  }

  /**
   * What the page keeps of the n-th draw: all leaves, each with its path to the signed root.
   *
   * @param n counted from 0
   */
  public JsonObject bundle(int n) throws GeneralSecurityException {
    List<byte[]> hashes = hashes();
    JsonArrayBuilder proven = Json.createArrayBuilder();
    for (int i = 0; i < leaves.size(); i++) {
      JsonArrayBuilder path = Json.createArrayBuilder();
      path(i, hashes).forEach(hash -> path.add(base64(hash)));
      proven.add(
          Json.createObjectBuilder()
              .add("index", i)
              .add("kind", leaves.get(i).kind())
              .add("body", Canonical.write(leaves.get(i).body()))
              .add("proof", path));
    }
    return Json.createObjectBuilder()
        .add("encore", "draw/1")
        .add("code", body("draw", n).getString("code"))
        .add("draw", indexOf("draw", n))
        .add("first", true)
        .add("checkpoint", checkpoint())
        .add("key", key())
        .add("leaves", proven)
        .build();
  }

  private List<byte[]> hashes() {
    return leaves.stream()
        .map(leaf -> Canonical.write(leaf.body()).getBytes(StandardCharsets.UTF_8))
        .map(body -> sha256(new byte[] {0}, body))
        .toList();
  }

  /** PATH(m, D[n]) of RFC 6962, section 2.1.1. */
  private static List<byte[]> path(int m, List<byte[]> hashes) {
    if (hashes.size() == 1) {
      return List.of();
    }
    int split = Integer.highestOneBit(hashes.size() - 1);
    List<byte[]> left = hashes.subList(0, split);
    List<byte[]> right = hashes.subList(split, hashes.size());
    List<byte[]> path = new ArrayList<>(m < split ? path(m, left) : path(m - split, right));
    path.add(root(m < split ? right : left));
    return path;
  }

  private byte[] typedKey() {
    byte[] x509 = keys.getPublic().getEncoded();
    byte[] typed = new byte[33];
    typed[0] = 1;
    System.arraycopy(x509, x509.length - 32, typed, 1, 32);
    return typed;
  }

  private byte[] keyId() {
    return Arrays.copyOf(sha256((ORIGIN + "\n").getBytes(StandardCharsets.UTF_8), typedKey()), 4);
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Arrays.stream(parts).forEach(digest::update);
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * A banner with soft and hard pity, a rate-up, a guaranteed slot and, if wanted, scarce prizes.
   */
  public static Rules banner(boolean scarce) {
    return banner(scarce, 51_000);
  }

  /**
   * @param rare millionths of the second tier
   */
  static Rules banner(boolean scarce, long rare) {
    List<Design.Entry> items = new ArrayList<>();
    items.add(new Design.Entry("star", "SSR", 1, true, 0, false, 0, null));
    Map<String, Integer> counts = new HashMap<>(Map.of("SSR", 3, "SR", 6, "R", 12));
    counts.forEach(
        (tier, count) -> {
          for (int i = 0; i < count; i++) {
            long stock = scarce && i == 0 && !tier.equals("R") ? 5 : 0;
            items.add(
                new Design.Entry(
                    tier.toLowerCase(java.util.Locale.ROOT) + "-" + i,
                    tier,
                    10 + i,
                    false,
                    0,
                    false,
                    stock,
                    stock == 0 ? null : "r-1"));
          }
        });
    return new Rules(
        new Design(
            "gala",
            "season",
            "Asia/Tokyo",
            List.of(
                new Design.Tier("SSR", 6_000),
                new Design.Tier("SR", rare),
                new Design.Tier("R", 994_000 - rare)),
            items,
            List.of(new Design.Price(1, 300), new Design.Price(10, 2_800)),
            List.of(
                new Design.Track("SSR", false, 90, 73, 60_000, Design.Carry.GROUP),
                new Design.Track("SR", false, 10, 0, 0, Design.Carry.BANNER)),
            List.of(new Design.RateUp("SSR", 500_000, Design.Carry.GROUP)),
            "SR",
            null,
            scarce ? new Design.Ceiling(1, 100, List.of("star")) : null,
            null,
            Design.Caps.NONE,
            false,
            false));
  }

  /** Writes a large log; arguments: file, fans, calls of each. */
  public static void main(String[] arguments) throws Exception {
    new GeneratedLog(banner(false))
        .played(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
        .write(Path.of(arguments[0]));
  }
}
