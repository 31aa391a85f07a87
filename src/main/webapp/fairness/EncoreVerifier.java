import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks the public log of an Encore without trusting it: that the log is the one that was signed,
 * and that every draw in it follows from a seed fixed before, from odds published before and from
 * the state before.
 *
 * <pre>
 * java EncoreVerifier.java [--banner CODE] [--key KEY] [--checkpoint FILE] [--save FILE] SOURCE
 * </pre>
 *
 * <p>SOURCE is the address of an Encore, or a file of lines such as {@code
 * {"index":0,"kind":"odds","body":"..."}}, first to last, which {@code --save} writes. A saved file
 * starts with a line that holds the checkpoint and the key. Who has noted the key or a checkpoint
 * elsewhere gives them, and depends on nobody's word. Exit code: 0 nothing wrong, 1 something is
 * wrong, 2 could not read.
 *
 * <p>One file of plain Java 17 that shares no line with the server: it was written from the
 * specification, so that a fault in one is seen by the other.
 */
public class EncoreVerifier {

  /** Starts {@link #run} and ends the process with its answer. */
  public static void main(String[] arguments) throws Exception {
    System.exit(run(arguments, System.out));
  }

  /**
   * Verifies as the arguments say.
   *
   * @return 0 nothing wrong, 1 something is wrong, 2 could not read
   */
  public static int run(String[] arguments, PrintStream out) throws Exception {
    Map<String, String> options = new HashMap<>();
    String source = null;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith("--") && i + 1 < arguments.length) {
        options.put(arguments[i], arguments[++i]);
      } else {
        source = arguments[i];
      }
    }
    if (source == null
        || !List.of("--banner", "--key", "--checkpoint", "--save").containsAll(options.keySet())) {
      out.println(
          "java EncoreVerifier.java [--banner CODE] [--key KEY] [--checkpoint FILE] [--save FILE] SOURCE");
      return 2;
    }
    try {
      return verify(source, options, out);
    } catch (IOException unread) {
      out.println("Could not read " + source + ": " + unread.getMessage());
      return 2;
    }
  }

  private static int verify(String source, Map<String, String> options, PrintStream out)
      throws Exception {
    boolean remote = source.startsWith("http://") || source.startsWith("https://");
    Path file = remote ? Fetch.save(source, options.get("--save")) : Path.of(source);
    Findings findings = new Findings();
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    Log log = new Log();
    Checkpoint given = null;
    if (options.containsKey("--checkpoint")) {
      given = new Checkpoint(Files.readString(Path.of(options.get("--checkpoint"))));
      log.tree.want(given.size());
    }
    log.read(file, findings);
    Checkpoint checkpoint = given == null ? new Checkpoint(log.checkpoint) : given;
    checkpoint.check(log.tree, options.getOrDefault("--key", log.key), findings);
    long read = clock.getCurrentThreadCpuTime();
    Replay replay = new Replay(log, options.get("--banner"), findings);
    replay.run(file);
    long end = clock.getCurrentThreadCpuTime();
    out.printf(
        "log        %,d leaves, root %s%n",
        log.tree.size(), HexFormat.of().formatHex(log.tree.root()));
    out.printf("checkpoint %s%n", checkpoint.summary());
    replay.print(out);
    out.printf(
        "time       %.2f s of one core to hash the log, %.2f s to replay: %,.0f prizes a second%n",
        (read - start) / 1e9, (end - read) / 1e9, replay.prizes * 1e9 / (end - read));
    findings.print(out);
    return findings.isEmpty() ? 0 : 1;
  }
}

/** What is wrong, by name. */
final class Findings {

  private static final int SHOWN = 20;
  private final Map<String, List<String>> byName = new LinkedHashMap<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();

  void add(String name, long index, String why) {
    counts.merge(name, 1L, Long::sum);
    List<String> shown = byName.computeIfAbsent(name, any -> new ArrayList<>());
    if (shown.size() < SHOWN) {
      shown.add(index < 0 ? why : "leaf " + index + ": " + why);
    }
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  void print(PrintStream out) {
    if (isEmpty()) {
      out.println("RESULT     nothing is wrong");
      return;
    }
    counts.forEach(
        (name, count) -> {
          out.printf("WRONG      %s (%,d)%n", name, count);
          byName.get(name).forEach(why -> out.println("           " + why));
        });
    out.println("RESULT     something is wrong");
  }
}

/** Copies the log of a running Encore into a file of lines. */
final class Fetch {

  private static final int PAGE = 1000;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;

  private Fetch(String address) {
    base = address.replaceAll("/+$", "") + "/api/v1/fairness/";
  }

  static Path save(String address, String target) throws IOException, InterruptedException {
    Path file = target == null ? Files.createTempFile("encore-log", ".jsonl") : Path.of(target);
    Fetch fetch = new Fetch(address);
    String checkpoint = fetch.get("checkpoint");
    long size = Long.parseLong(checkpoint.split("\n")[1]);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      Map<String, Object> head = new TreeMap<>();
      head.put("checkpoint", checkpoint);
      head.put("key", fetch.get("key").strip());
      out.write((Json.write(head) + "\n").getBytes(StandardCharsets.UTF_8));
      for (long from = 0; from < size; ) {
        from += fetch.page(from, Math.min(PAGE, size - from), out);
      }
    }
    return file;
  }

  private int page(long from, long count, OutputStream out)
      throws IOException, InterruptedException {
    List<Object> leaves = new ArrayList<>();
    leaves(Json.read(get("leaves?from=" + from + "&count=" + count)), leaves);
    if (leaves.isEmpty()) {
      throw new IOException("no leaves from " + from);
    }
    for (Object leaf : leaves) {
      out.write((Json.write(leaf) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return leaves.size();
  }

  private static void leaves(Object answer, List<Object> into) {
    if (answer instanceof Map<?, ?> map && map.containsKey("body")) {
      into.add(map);
    } else if (answer instanceof Map<?, ?> map) {
      map.values().forEach(value -> leaves(value, into));
    } else if (answer instanceof List<?> list) {
      list.forEach(value -> leaves(value, into));
    }
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(base + path)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(base + path + " answered " + answer.statusCode());
    }
    return answer.body();
  }
}

/** Reads and writes the small texts: objects, arrays, strings, integers, true and false. */
final class Json {

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** Maps keep the order of the text. */
  static Object read(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.space();
    if (json.at != text.length()) {
      throw new IllegalArgumentException("more than one value");
    }
    return value;
  }

  private Object value() {
    space();
    char first = text.charAt(at);
    if (first == '{') {
      return object();
    } else if (first == '[') {
      return array();
    } else if (first == '"') {
      return string();
    }
    int start = at;
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> "";
      default -> Long.valueOf(word);
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> map = new LinkedHashMap<>();
    at++;
    while (next('}')) {
      space();
      String key = string();
      space();
      at++;
      map.put(key, value());
    }
    return map;
  }

  private List<Object> array() {
    List<Object> list = new ArrayList<>();
    at++;
    while (next(']')) {
      list.add(value());
    }
    return list;
  }

  /** Steps over a comma, or over the end. */
  private boolean next(char end) {
    space();
    if (text.charAt(at) == end) {
      at++;
      return false;
    }
    if (text.charAt(at) == ',') {
      at++;
    }
    return true;
  }

  private String string() {
    StringBuilder value = new StringBuilder();
    for (at++; text.charAt(at) != '"'; at++) {
      char c = text.charAt(at);
      if (c != '\\') {
        value.append(c);
        continue;
      }
      c = text.charAt(++at);
      if (c == 'u') {
        value.append((char) Integer.parseInt(text, at + 1, at + 5, 16));
        at += 4;
      } else {
        int known = "bfnrt".indexOf(c);
        value.append(known < 0 ? c : "\b\f\n\r\t".charAt(known));
      }
    }
    at++;
    return value.toString();
  }

  private void space() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** Without white space, keys sorted: the canonical text. */
  static String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      TreeMap<String, Object> sorted = new TreeMap<>(Json::byCodePoint);
      map.forEach((key, entry) -> sorted.put((String) key, entry));
      String before = "{";
      for (Map.Entry<String, Object> entry : sorted.entrySet()) {
        write(entry.getKey(), out.append(before));
        write(entry.getValue(), out.append(':'));
        before = ",";
      }
      out.append(sorted.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      String before = "[";
      for (Object entry : list) {
        write(entry, out.append(before));
        before = ",";
      }
      out.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof String string) {
      writeString(string, out);
    } else {
      out.append(value);
    }
  }

  private static void writeString(String string, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      int known = "\"\\\b\f\n\r\t".indexOf(c);
      if (known >= 0) {
        out.append('\\').append("\"\\bfnrt".charAt(known));
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** Order of code points, which differs from {@link String#compareTo} above U+FFFF. */
  static int byCodePoint(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}

/** Lines of a file, without a copy per line. */
final class Lines implements AutoCloseable {

  private final InputStream in;
  byte[] bytes = new byte[1 << 20];
  int start;
  int end;
  private int filled;

  Lines(Path file) throws IOException {
    in = Files.newInputStream(file);
  }

  /** The next line is then from {@link #start} to {@link #end} of {@link #bytes}. */
  boolean next() throws IOException {
    int from = end == 0 && filled == 0 ? 0 : Math.min(end + 1, filled);
    int seen = from;
    while (true) {
      for (int i = seen; i < filled; i++) {
        if (bytes[i] == '\n') {
          start = from;
          end = i;
          return true;
        }
      }
      int kept = filled - from;
      if (from == 0 && filled == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      }
      System.arraycopy(bytes, from, bytes, 0, kept);
      int more = in.read(bytes, kept, bytes.length - kept);
      from = 0;
      seen = kept;
      filled = kept + Math.max(more, 0);
      if (more < 0) {
        start = 0;
        end = filled;
        return kept > 0;
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

/** One leaf of the log: its place and its body, read from a line without building objects. */
final class Leaf {

  long index;
  byte[] body = new byte[1 << 12];
  int length;
  private byte[] from;
  private int at;

  /** False when the line is no leaf, such as the first one of a saved file. */
  boolean read(Lines line) {
    from = line.bytes;
    at = line.start;
    index = -1;
    length = -1;
    int end = line.end;
    while (at < end && from[at] != '{') {
      at++;
    }
    at++;
    while (at < end && from[at] != '}') {
      if (from[at] != '"') {
        at++;
        continue;
      }
      byte key = from[at + 1];
      int keyLength = at;
      skipString();
      keyLength = at - keyLength - 2;
      while (from[at] == ':' || from[at] == ' ') {
        at++;
      }
      if (keyLength == 5 && key == 'i') {
        index = number();
      } else if (keyLength == 4 && key == 'b') {
        unescape();
      } else if (from[at] == '"') {
        skipString();
      } else {
        number();
      }
    }
    return index >= 0 && length >= 0;
  }

  private void skipString() {
    for (at++; from[at] != '"'; at++) {
      if (from[at] == '\\') {
        at++;
      }
    }
    at++;
  }

  private long number() {
    long value = 0;
    for (; from[at] >= '0' && from[at] <= '9'; at++) {
      value = value * 10 + from[at] - '0';
    }
    return value;
  }

  private void unescape() {
    byte[] in = from;
    byte[] out = body;
    int i = at + 1;
    int n = 0;
    for (byte c = in[i]; c != '"'; c = in[++i]) {
      if (n + 8 > out.length) {
        body = out = Arrays.copyOf(out, 2 * out.length);
      }
      if (c != '\\') {
        out[n++] = c;
        continue;
      }
      c = in[++i];
      if (c == '"' || c == '\\' || c == '/') {
        out[n++] = c;
      } else if (c == 'u') {
        int point = hex(in, i + 1);
        i += 4;
        if (Character.isHighSurrogate((char) point)) {
          point = Character.toCodePoint((char) point, (char) hex(in, i + 3));
          i += 6;
        }
        byte[] utf8 = Character.toString(point).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, out, n, utf8.length);
        n += utf8.length;
      } else {
        out[n++] = (byte) "\b\f\n\r\t".charAt("bfnrt".indexOf(c));
      }
    }
    at = i + 1;
    length = n;
  }

  private static int hex(byte[] bytes, int from) {
    return Integer.parseInt(new String(bytes, from, 4, StandardCharsets.US_ASCII), 16);
  }

  String text() {
    return new String(body, 0, length, StandardCharsets.UTF_8);
  }
}

/** SHA-256, the one hash of everything here. */
final class Sha256 {

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }
}

/**
 * The Merkle tree of RFC 6962, growing to the right, keeping only the roots of its full subtrees.
 */
final class Tree {

  private final byte[][] full = new byte[64][32];
  private final byte[] hash = new byte[32];
  private final MessageDigest sha = Sha256.digest();
  private final Map<Long, byte[]> roots = new HashMap<>();
  private long size;

  /** Remembers the root that the tree will have at this size. */
  void want(long at) {
    roots.put(at, at == 0 ? root() : null);
  }

  void add(byte[] body, int length) {
    try {
      sha.update((byte) 0);
      sha.update(body, 0, length);
      sha.digest(hash, 0, 32);
      int level = 0;
      for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
        node(full[level++], hash, hash);
      }
      System.arraycopy(hash, 0, full[level], 0, 32);
    } catch (DigestException impossible) {
      throw new IllegalStateException(impossible);
    }
    size++;
    if (roots.containsKey(size)) {
      roots.put(size, root());
    }
  }

  private void node(byte[] left, byte[] right, byte[] into) throws DigestException {
    sha.update((byte) 1);
    sha.update(left, 0, 32);
    sha.update(right, 0, 32);
    sha.digest(into, 0, 32);
  }

  long size() {
    return size;
  }

  /** The root at a size asked for before, or null. */
  byte[] rootAt(long at) {
    return at == size ? root() : roots.get(at);
  }

  byte[] root() {
    byte[] root = null;
    try {
      for (int level = 0; level < 63; level++) {
        if ((size >>> level & 1) == 1) {
          if (root == null) {
            root = full[level].clone();
          } else {
            node(full[level], root, root);
          }
        }
      }
    } catch (DigestException impossible) {
      throw new IllegalStateException(impossible);
    }
    return root == null ? sha.digest() : root;
  }
}

/** A signed statement of size and root (C2SP tlog-checkpoint in a C2SP signed note). */
final class Checkpoint {

  /** What comes before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String note;
  private String signer;

  Checkpoint(String note) {
    this.note = note == null ? "" : note;
  }

  boolean isEmpty() {
    return note.isEmpty();
  }

  long size() {
    try {
      return Long.parseLong(note.split("\n", -1)[1]);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException broken) {
      return -1;
    }
  }

  String summary() {
    return isEmpty()
        ? "none given: only the draws were checked"
        : "size " + size() + ", signed by " + signer;
  }

  void check(Tree tree, String key, Findings findings) {
    if (isEmpty()) {
      return;
    }
    long size = size();
    String[] lines = note.split("\n", -1);
    byte[] root = size < 0 || size > tree.size() ? null : tree.rootAt(size);
    if (root == null) {
      findings.add(
          "log-tampered", -1, "the checkpoint has " + size + " leaves, this log " + tree.size());
    } else if (!Base64.getEncoder().encodeToString(root).equals(lines[2])) {
      findings.add("log-tampered", -1, "the leaves do not make the signed root " + lines[2]);
    }
    try {
      for (String one : key == null ? new String[0] : key.strip().split("\n")) {
        if (signer == null && signedBy(one)) {
          signer = one;
        }
      }
      if (signer == null) {
        findings.add("signature-wrong", -1, "not signed by " + key);
      }
    } catch (GeneralSecurityException | RuntimeException unreadable) {
      findings.add("signature-wrong", -1, "the signature of the checkpoint cannot be read");
    }
  }

  /** The key is {@code name+hash+base64(algorithm, bytes)}; algorithm 1 is Ed25519. */
  private boolean signedBy(String key) throws GeneralSecurityException {
    String[] parts = key.split("\\+", 3);
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    MessageDigest sha = Sha256.digest();
    sha.update((parts[0] + "\n").getBytes(StandardCharsets.UTF_8));
    byte[] id = Arrays.copyOf(sha.digest(typed), 4);
    if (typed.length != 33 || typed[0] != 1 || !HexFormat.of().formatHex(id).equals(parts[1])) {
      return false;
    }
    int end = note.indexOf("\n\n") + 1;
    byte[] x509 = Arrays.copyOf(X509, X509.length + 32);
    System.arraycopy(typed, 1, x509, X509.length, 32);
    Signature ed25519 = Signature.getInstance("Ed25519");
    for (String line : note.substring(end + 1).split("\n")) {
      String[] words = line.split(" ");
      if (words.length != 3 || !words[1].equals(parts[0])) {
        continue;
      }
      byte[] signature = Base64.getDecoder().decode(words[2]);
      ed25519.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
      ed25519.update(note.substring(0, end).getBytes(StandardCharsets.UTF_8));
      if (Arrays.equals(id, Arrays.copyOf(signature, 4))
          && ed25519.verify(Arrays.copyOfRange(signature, 4, signature.length))) {
        return true;
      }
    }
    return false;
  }
}

/** The randomness of one play: HMAC-SHA256 under the chain's seed ("encore-random/1"). */
final class Luck {

  private final MessageDigest inner = Sha256.digest();
  private final MessageDigest outer = Sha256.digest();
  private final byte[] block = new byte[32];
  private byte[] message = new byte[128];
  private int length;
  private int prefix;
  private long k;
  private int used;

  /** Prepares both halves of HMAC once for all blocks under this seed. */
  Luck(byte[] seed) {
    byte[] pad = new byte[64];
    for (int i = 0; i < 64; i++) {
      pad[i] = (byte) ((i < seed.length ? seed[i] : 0) ^ 0x36);
    }
    inner.update(pad);
    for (int i = 0; i < 64; i++) {
      pad[i] ^= 0x36 ^ 0x5c;
    }
    outer.update(pad);
  }

  void play(byte[] clientSeed, long nonce) {
    System.arraycopy(clientSeed, 0, message, 0, clientSeed.length);
    length = clientSeed.length;
    message[length++] = ':';
    decimal(nonce);
    message[length++] = ':';
    prefix = length;
  }

  Luck slot(int slot) {
    length = prefix;
    decimal(slot);
    message[length++] = ':';
    k = 0;
    used = 4;
    return this;
  }

  /** A whole number from 0 to n - 1, each equally likely. */
  long below(long n) {
    if (n == 1) {
      return 0;
    }
    long rest = (Long.MAX_VALUE % n * 2 + 2) % n;
    while (true) {
      long word = word();
      if (rest == 0 || Long.compareUnsigned(word, -rest) < 0) {
        return Long.remainderUnsigned(word, n);
      }
    }
  }

  private long word() {
    if (used == 4) {
      next();
    }
    int from = 8 * used++;
    long word = 0;
    for (int i = from; i < from + 8; i++) {
      word = word << 8 | block[i] & 0xff;
    }
    return word;
  }

  private void next() {
    int start = length;
    decimal(k++);
    try {
      MessageDigest half = (MessageDigest) inner.clone();
      half.update(message, 0, length);
      half.digest(block, 0, 32);
      half = (MessageDigest) outer.clone();
      half.update(block, 0, 32);
      half.digest(block, 0, 32);
    } catch (GeneralSecurityException | CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
    length = start;
    used = 0;
  }

  private void decimal(long value) {
    if (value >= 10) {
      decimal(value / 10);
    }
    message[length++] = (byte) ('0' + value % 10);
  }
}

/** A choice among integer weights with one column and one threshold ("encore-alias/1"). */
final class Alias {

  final long sum;
  private final long[] threshold;
  private final int[] alias;

  Alias(long[] weights) {
    int n = weights.length;
    sum = Arrays.stream(weights).sum();
    threshold = new long[n];
    alias = new int[n];
    long[] scaled = new long[n];
    ArrayDeque<Integer> small = new ArrayDeque<>();
    ArrayDeque<Integer> large = new ArrayDeque<>();
    for (int i = 0; i < n; i++) {
      scaled[i] = Math.multiplyExact(weights[i], n);
      threshold[i] = sum;
      alias[i] = i;
      (scaled[i] < sum ? small : large).add(i);
    }
    while (!small.isEmpty() && !large.isEmpty()) {
      int poor = small.poll();
      int rich = large.peek();
      threshold[poor] = scaled[poor];
      alias[poor] = rich;
      scaled[rich] -= sum - scaled[poor];
      if (scaled[rich] < sum) {
        small.add(large.poll());
      }
    }
  }

  int pick(Luck luck) {
    if (alias.length == 1) {
      return 0;
    }
    int column = (int) luck.below(alias.length);
    return luck.below(sum) < threshold[column] ? column : alias[column];
  }
}

/** The body of a draw, read in place: nothing is copied until it is needed. */
final class Draw {

  static final int AFTER = 0;
  static final int BANNER = 1;
  static final int BEFORE = 2;
  static final int CHAIN = 3;
  static final int CLIENT_SEED = 4;
  static final int COUNT = 5;
  static final int DAY = 6;
  static final int FREE = 7;
  static final int ITEM = 8;
  static final int LOTS = 9;
  static final int NONCE = 10;
  static final int ODDS = 11;
  static final int ODDS_INDEX = 12;
  static final int PRICE = 13;
  static final int PRIZES = 14;
  static final int STOCK = 15;

  private static final byte[][] NAMES =
      Arrays.stream(
              "after banner before chain clientSeed count day free item lots nonce odds oddsIndex price prizes stock"
                  .split(" "))
          .map(name -> name.getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);

  long index;
  byte[] body;
  private final int[] from = new int[NAMES.length];
  private final int[] to = new int[NAMES.length];
  private int p;

  /** Names of a canonical body come in their order. */
  void read(Leaf leaf) {
    index = leaf.index;
    body = leaf.body;
    Arrays.fill(to, 0);
    Arrays.fill(from, 0);
    p = 1;
    int field = 0;
    while (body[p] != '}') {
      p += body[p] == ',' ? 2 : 1;
      int start = p;
      while (body[p] != '"') {
        p++;
      }
      int found = field;
      while (found < NAMES.length && !named(found, start)) {
        found++;
      }
      p += 2;
      start = p;
      skip();
      if (found < NAMES.length) {
        boolean string = body[start] == '"';
        from[found] = string ? start + 1 : start;
        to[found] = string ? p - 1 : p;
        field = found + 1;
      }
    }
  }

  private boolean named(int field, int start) {
    byte[] name = NAMES[field];
    return name.length == p - start && Arrays.equals(name, 0, name.length, body, start, p);
  }

  private void skip() {
    int depth = 0;
    do {
      byte c = body[p];
      if (c == '"') {
        for (p++; body[p] != '"'; p++) {
          p += body[p] == '\\' ? 1 : 0;
        }
        p++;
      } else if (c == '{' || c == '[') {
        depth++;
        p++;
      } else if (depth > 0 && (c == '}' || c == ']')) {
        depth--;
        p++;
      } else if (depth > 0) {
        p++;
      } else {
        while (body[p] != ',' && body[p] != '}') {
          p++;
        }
      }
    } while (depth > 0);
  }

  /** Whether an item was chosen for points, without luck. */
  boolean isExchange() {
    return to[ITEM] > 0;
  }

  /** A number, 0 when it is not there; true is 1. */
  long number(int field) {
    if (to[field] > from[field] && body[from[field]] == 't') {
      return 1;
    }
    int i = from[field];
    boolean negative = i < to[field] && body[i] == '-';
    long value = 0;
    for (i += negative ? 1 : 0; i < to[field]; i++) {
      value = value * 10 + body[i] - '0';
    }
    return negative ? -value : value;
  }

  boolean equal(int field, byte[] other, int length) {
    return Arrays.equals(body, from[field], to[field], other, 0, length);
  }

  byte[] bytes(int field) {
    return Arrays.copyOfRange(body, from[field], to[field]);
  }

  /** As it stands in the body; a string without its quotes, its escapes as they are. */
  String text(int field) {
    return new String(body, from[field], to[field] - from[field], StandardCharsets.UTF_8);
  }

  /** The value, a string with its escapes resolved; an empty object when it is not there. */
  Object value(int field) {
    if (to[field] == 0) {
      return Map.of();
    }
    boolean string = body[from[field] - 1] == '"';
    return Json.read(string ? '"' + text(field) + '"' : text(field));
  }

  int length(int field) {
    return to[field] - from[field];
  }

  /** Sum of the amounts in {@code [[lot,amount],...]}. */
  long lotsSum() {
    long sum = 0;
    long number = 0;
    for (int i = from[LOTS]; i < to[LOTS]; i++) {
      byte c = body[i];
      if (c >= '0' && c <= '9') {
        number = number * 10 + c - '0';
      } else {
        sum += c == ']' ? number : 0;
        number = 0;
      }
    }
    return sum;
  }
}

/** A key of a fan's state, made once. */
final class Key {

  private static final Map<String, Key> ALL = new HashMap<>();

  final String name;
  final byte[] json;

  private Key(String name) {
    this.name = name;
    this.json = (Json.write(name) + ':').getBytes(StandardCharsets.UTF_8);
  }

  static Key of(String name) {
    return ALL.computeIfAbsent(name, Key::new);
  }
}

/** What is remembered of a fan in a banner group: numbers by key, sorted, none of them 0. */
final class State {

  private Key[] keys = new Key[8];
  private long[] numbers = new long[8];
  private int size;

  static State of(Map<?, ?> map) {
    State state = new State();
    map.forEach((key, number) -> state.set(Key.of((String) key), (Long) number));
    return state;
  }

  State copy() {
    State copy = new State();
    copy.keys = keys.clone();
    copy.numbers = numbers.clone();
    copy.size = size;
    return copy;
  }

  long get(Key key) {
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return numbers[i];
      }
    }
    return 0;
  }

  void set(Key key, long number) {
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        if (number == 0) {
          move(i + 1, i, size - i - 1);
          size--;
        } else {
          numbers[i] = number;
        }
        return;
      }
    }
    if (number != 0) {
      insert(key, number);
    }
  }

  private void insert(Key key, long number) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    int place = size;
    while (place > 0 && Arrays.compareUnsigned(keys[place - 1].json, key.json) > 0) {
      place--;
    }
    move(place, place + 1, size - place);
    keys[place] = key;
    numbers[place] = number;
    size++;
  }

  private void move(int from, int to, int count) {
    System.arraycopy(keys, from, keys, to, count);
    System.arraycopy(numbers, from, numbers, to, count);
  }

  /** Writes the canonical text. */
  void write(Text out) {
    out.add((byte) '{');
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        out.add((byte) ',');
      }
      out.add(keys[i].json);
      out.add(numbers[i]);
    }
    out.add((byte) '}');
  }
}

/** Bytes that are written again and again. */
final class Text {

  byte[] bytes = new byte[1 << 10];
  int length;

  void clear() {
    length = 0;
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  void add(byte one) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = one;
  }

  void add(byte[] some) {
    while (length + some.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    System.arraycopy(some, 0, bytes, length, some.length);
    length += some.length;
  }

  void add(long number) {
    if (number < 0) {
      add((byte) '-');
      add(-number);
      return;
    }
    if (number >= 10) {
      add(number / 10);
    }
    add((byte) ('0' + number % 10));
  }
}

/** The published rules of a banner, with every table that a draw needs ("encore-gacha/1"). */
final class Rules {

  static final long WHOLE = 1_000_000;

  /** A counter of misses. */
  record Counter(int tier, boolean featured, long hard, long after, long step, Key key) {

    boolean due(long misses) {
      return misses >= hard - 1;
    }
  }

  /** Some items of a tier by weight. */
  record Choice(int[] items, Alias alias) {

    int pick(Luck luck) {
      return items[alias.pick(luck)];
    }
  }

  /** Tiers by weight, those of weight 0 left out. */
  record Tiers(int[] tiers, Alias alias) {

    int pick(Luck luck) {
      return tiers[alias.pick(luck)];
    }
  }

  final Map<?, ?> source;
  final String banner;
  final String group;
  final List<Map<?, ?>> steps;
  final String then;
  final List<long[]> stepWeights = new ArrayList<>();
  final long[] base;
  final Counter[] counters;
  final long[] share;
  final Key[] flag;
  final int ten;
  final int[] stepGuarantee;
  final String[] codes;
  final byte[][] codeJson;
  final int[] tierOf;
  final long[] copies;
  final boolean[] boxKey;
  final long[] stock;
  final int[] substitute;
  final Key[] boxKeys;
  final String reset;
  final int lastOne;
  final boolean shared;
  private final List<String> tierNames = new ArrayList<>();
  private final Choice[][] choices;
  private final Map<List<Long>, Tiers> tables = new HashMap<>();

  Rules(Map<?, ?> source) {
    if (!"encore-gacha/1".equals(source.get("engine"))) {
      throw new IllegalArgumentException("rules of another engine: " + source.get("engine"));
    }
    this.source = source;
    banner = (String) source.get("banner");
    group = (String) source.get("group");
    List<Map<?, ?>> tiers = objects(source, "tiers");
    tiers.forEach(tier -> tierNames.add((String) tier.get("name")));
    base = tiers.stream().mapToLong(tier -> number(tier, "weight")).toArray();
    counters =
        objects(source, "pity").stream()
            .map(this::counter)
            .sorted((a, b) -> a.tier != b.tier ? a.tier - b.tier : a.key.name.compareTo(b.key.name))
            .toArray(Counter[]::new);
    share = new long[tiers.size()];
    flag = new Key[tiers.size()];
    for (Map<?, ?> up : objects(source, "rateUps")) {
      int tier = tier(up.get("tier"));
      share[tier] = number(up, "share");
      flag[tier] = "none".equals(up.get("carry")) ? null : scoped("featured." + up.get("tier"), up);
    }
    ten = tier(source.get("guarantee"));
    Map<?, ?> stepUp = object(source, "steps");
    steps = stepUp == null ? List.of() : objects(stepUp, "list");
    then = stepUp == null ? null : (String) stepUp.get("then");
    stepGuarantee = steps.stream().mapToInt(step -> tier(step.get("guarantee"))).toArray();
    for (Map<?, ?> step : steps) {
      stepWeights.add(
          step.get("weights") instanceof List<?> list
              ? list.stream().mapToLong(weight -> (Long) weight).toArray()
              : base);
    }
    List<Map<?, ?>> items = objects(source, "items");
    codes = items.stream().map(item -> (String) item.get("code")).toArray(String[]::new);
    codeJson =
        Arrays.stream(codes)
            .map(code -> Json.write(code).getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    tierOf = items.stream().mapToInt(item -> tier(item.get("tier"))).toArray();
    copies = items.stream().mapToLong(item -> number(item, "copies")).toArray();
    stock = items.stream().mapToLong(item -> number(item, "stock")).toArray();
    shared = Arrays.stream(stock).anyMatch(left -> left > 0);
    substitute = items.stream().mapToInt(item -> item(item.get("substitute"))).toArray();
    boxKeys = Arrays.stream(codes).map(code -> own("box." + code)).toArray(Key[]::new);
    boxKey = new boolean[codes.length];
    for (int i = 0; i < codes.length; i++) {
      boxKey[i] = Boolean.TRUE.equals(items.get(i).get("key"));
    }
    Map<?, ?> box = object(source, "box");
    reset = box == null ? null : (String) box.get("reset");
    lastOne = box == null ? -1 : item(box.get("lastOne"));
    choices = new Choice[tiers.size()][3];
    for (int i = 0; i < tiers.size(); i++) {
      choices[i] =
          new Choice[] {choice(items, i, null), choice(items, i, false), choice(items, i, true)};
    }
  }

  private Counter counter(Map<?, ?> track) {
    boolean featured = Boolean.TRUE.equals(track.get("featured"));
    String name = "pity." + track.get("tier") + (featured ? ".featured" : "");
    return new Counter(
        tier(track.get("tier")),
        featured,
        number(track, "hard"),
        number(track, "after"),
        number(track, "step"),
        scoped(name, track));
  }

  private Key scoped(String name, Map<?, ?> carried) {
    return "group".equals(carried.get("carry")) ? Key.of(name) : own(name);
  }

  Key own(String name) {
    return Key.of(name + "@" + banner);
  }

  private int tier(Object name) {
    return tierNames.indexOf(name);
  }

  int item(Object code) {
    return Arrays.asList(codes).indexOf(code);
  }

  private Choice choice(List<Map<?, ?>> items, int tier, Boolean featured) {
    int[] chosen = new int[items.size()];
    long[] weights = new long[items.size()];
    int n = 0;
    for (int i = 0; i < items.size(); i++) {
      long weight = number(items.get(i), "weight");
      boolean fits =
          featured == null || featured == Boolean.TRUE.equals(items.get(i).get("featured"));
      if (tierOf[i] == tier && weight > 0 && fits) {
        chosen[n] = i;
        weights[n++] = weight;
      }
    }
    return n == 0
        ? null
        : new Choice(Arrays.copyOf(chosen, n), new Alias(Arrays.copyOf(weights, n)));
  }

  /** The items of a tier; of one with a rate-up its featured ones or the others. */
  Choice choice(int tier, boolean featured) {
    return choices[tier][share[tier] == 0 ? 0 : featured ? 2 : 1];
  }

  Tiers tiers(long[] weights) {
    List<Long> key = new ArrayList<>(weights.length);
    for (long weight : weights) {
      key.add(weight);
    }
    Tiers known = tables.get(key);
    if (known == null) {
      int[] tiers = new int[weights.length];
      int n = 0;
      for (int i = 0; i < weights.length; i++) {
        if (weights[i] > 0) {
          tiers[n++] = i;
        }
      }
      known =
          new Tiers(
              Arrays.copyOf(tiers, n),
              new Alias(Arrays.stream(weights).filter(w -> w > 0).toArray()));
      tables.put(key, known);
    }
    return known;
  }

  static long number(Map<?, ?> map, String key) {
    return map.get(key) instanceof Long number ? number : 0;
  }

  static Map<?, ?> object(Map<?, ?> map, String key) {
    return map.get(key) instanceof Map<?, ?> object ? object : null;
  }

  static List<Map<?, ?>> objects(Map<?, ?> map, String key) {
    List<Map<?, ?>> list = new ArrayList<>();
    if (map.get(key) instanceof List<?> objects) {
      objects.forEach(object -> list.add((Map<?, ?>) object));
    }
    return list;
  }
}

/** Decides draws of one banner as its rules say. What it decided last is in its fields. */
final class Engine {

  final Rules rules;
  int[] prizes = new int[16];
  int count;
  long price;

  /** Shared stock by item, counted down; the caller fills in what was left before. */
  final long[] left;

  private final Key points;
  private final Key step;
  private final Key total;
  private final Key day;
  private final Key today;
  private final Key freeday;
  private final Key round;
  private final long daily;
  private final long most;
  private final long pointsPerDraw;
  private final long[] misses;
  private final Rules.Tiers[] plain;
  private State state;
  private int best;

  Engine(Rules rules) {
    this.rules = rules;
    left = new long[rules.codes.length];
    points = rules.own("points");
    step = rules.own("step");
    total = rules.own("total");
    day = rules.own("day");
    today = rules.own("today");
    freeday = rules.own("freeday");
    round = rules.own("round");
    Map<?, ?> caps = Rules.object(rules.source, "caps");
    daily = caps == null ? 0 : Rules.number(caps, "daily");
    most = caps == null ? 0 : Rules.number(caps, "total");
    Map<?, ?> ceiling = Rules.object(rules.source, "ceiling");
    pointsPerDraw = ceiling == null ? 0 : Rules.number(ceiling, "points");
    misses = new long[rules.counters.length];
    plain = new Rules.Tiers[rules.steps.size() + 1];
  }

  /**
   * Decides a call and changes the state.
   *
   * @return null, or why the rules do not allow it
   */
  String draw(State before, int slots, boolean free, long now, Luck luck) {
    state = before;
    count = 0;
    int stepNow = free || rules.steps.isEmpty() ? -1 : stepNow();
    if (stepNow == Integer.MAX_VALUE) {
      return "the steps are over";
    }
    price = free ? 0 : priceOf(slots, stepNow);
    String refusal = refusal(slots, free, now);
    if (refusal != null) {
      return refusal;
    }
    long drawnToday = now > state.get(day) ? 0 : state.get(today);
    best = Integer.MAX_VALUE;
    if (rules.reset != null && !"never".equals(rules.reset) && boxLeft() == 0) {
      refill();
    }
    for (int slot = 0; slot < slots; slot++) {
      if (rules.reset != null) {
        boxSlot(luck.slot(slot));
      } else {
        slot(stepNow, slots, slot == slots - 1, luck.slot(slot));
      }
    }
    settle(slots, free, now, stepNow, drawnToday);
    return null;
  }

  /**
   * Gives an item for points and changes the state.
   *
   * @return null, or why the rules do not allow it
   */
  String exchange(State before, Object code) {
    Map<?, ?> ceiling = Rules.object(rules.source, "ceiling");
    int item = rules.item(code);
    if (ceiling == null || !((List<?>) ceiling.get("items")).contains(code)) {
      return "it is not offered for points";
    } else if (before.get(points) < Rules.number(ceiling, "price")) {
      return "the points are too few";
    } else if (rules.stock[item] > 0 && left[item] == 0) {
      return "nothing is left of it";
    }
    before.set(points, before.get(points) - Rules.number(ceiling, "price"));
    price = 0;
    count = 1;
    prizes[0] = item;
    return null;
  }

  private int stepNow() {
    long next = state.get(step);
    int size = rules.steps.size();
    return switch (rules.then) {
      case "loop" -> (int) (next % size);
      case "stay" -> (int) Math.min(next, size - 1);
      default -> next < size ? (int) next : Integer.MAX_VALUE;
    };
  }

  private long priceOf(int slots, int stepNow) {
    List<Map<?, ?>> offers =
        stepNow < 0 ? Rules.objects(rules.source, "prices") : List.of(rules.steps.get(stepNow));
    for (Map<?, ?> offer : offers) {
      if (Rules.number(offer, "count") == slots) {
        return Rules.number(offer, "price");
      }
    }
    return -1;
  }

  private String refusal(int slots, boolean free, long now) {
    if (price < 0 || free && slots != 1) {
      return "no such count is offered";
    } else if (free && !Boolean.TRUE.equals(rules.source.get("freeDaily"))) {
      return "there is no free draw";
    } else if (free && now <= state.get(freeday)) {
      return "the free draw was used";
    } else if (!free
        && daily > 0
        && (now > state.get(day) ? 0 : state.get(today)) + slots > daily) {
      return "the daily cap is reached";
    } else if (!free && most > 0 && state.get(total) + slots > most) {
      return "the total cap is reached";
    } else if ("never".equals(rules.reset) && boxLeft() < slots) {
      return "the box holds fewer";
    }
    return null;
  }

  private void settle(int slots, boolean free, long now, int stepNow, long drawnToday) {
    if (free) {
      state.set(freeday, now);
    } else {
      if (daily > 0) {
        state.set(day, Math.max(now, state.get(day)));
        state.set(today, drawnToday + slots);
      }
      if (most > 0) {
        state.set(total, state.get(total) + slots);
      }
      if (stepNow >= 0) {
        int size = rules.steps.size();
        state.set(
            step,
            switch (rules.then) {
              case "loop" -> (stepNow + 1) % size;
              case "stay" -> Math.min(stepNow + 1, size - 1);
              default -> stepNow + 1;
            });
      }
    }
    if (pointsPerDraw > 0) {
      state.set(points, state.get(points) + pointsPerDraw * slots);
    }
  }

  private void slot(int stepNow, int slots, boolean last, Luck luck) {
    int due = -1;
    boolean raised = false;
    for (int i = 0; i < misses.length; i++) {
      Rules.Counter counter = rules.counters[i];
      misses[i] = state.get(counter.key());
      due = counter.due(misses[i]) ? rarer(due, counter.tier()) : due;
      raised |= counter.step() > 0 && misses[i] + 1 > counter.after();
    }
    int floor = due;
    if (last && slots == 10 && best > rules.ten) {
      floor = rarer(floor, rules.ten);
    }
    if (last && stepNow >= 0 && best > rules.stepGuarantee[stepNow]) {
      floor = rarer(floor, rules.stepGuarantee[stepNow]);
    }
    int tier = tiers(stepNow, raised, floor).pick(luck);
    boolean featured =
        rules.share[tier] > 0 && (promised(tier) || luck.below(Rules.WHOLE) < rules.share[tier]);
    give(rules.choice(tier, featured).pick(luck));
    best = Math.min(best, tier);
    for (int i = 0; i < misses.length; i++) {
      Rules.Counter counter = rules.counters[i];
      if (counter.tier() == tier && (featured || !counter.featured())) {
        state.set(counter.key(), 0);
      } else if (!counter.due(misses[i])) {
        state.set(counter.key(), misses[i] + 1);
      }
    }
    if (rules.flag[tier] != null) {
      state.set(rules.flag[tier], featured ? 0 : 1);
    }
  }

  private static int rarer(int one, int other) {
    return one < 0 ? other : other < 0 ? one : Math.min(one, other);
  }

  private boolean promised(int tier) {
    if (rules.flag[tier] != null && state.get(rules.flag[tier]) > 0) {
      return true;
    }
    for (int i = 0; i < misses.length; i++) {
      Rules.Counter counter = rules.counters[i];
      if (counter.tier() == tier && counter.featured() && counter.due(misses[i])) {
        return true;
      }
    }
    return false;
  }

  private Rules.Tiers tiers(int stepNow, boolean raised, int floor) {
    if (!raised && floor < 0) {
      if (plain[stepNow + 1] == null) {
        plain[stepNow + 1] = rules.tiers(stepNow < 0 ? rules.base : rules.stepWeights.get(stepNow));
      }
      return plain[stepNow + 1];
    }
    long[] weights = (stepNow < 0 ? rules.base : rules.stepWeights.get(stepNow)).clone();
    for (int i = 0; i < misses.length; i++) {
      Rules.Counter counter = rules.counters[i];
      long reached = Math.min(misses[i], counter.hard() - 1) + 1 - counter.after();
      if (counter.step() > 0 && reached > 0) {
        raise(weights, counter.tier(), counter.step() * reached);
      }
    }
    if (floor >= 0) {
      raise(weights, floor, Rules.WHOLE);
    }
    return rules.tiers(weights);
  }

  private static void raise(long[] weights, int tier, long more) {
    for (int i = weights.length - 1; i > tier; i--) {
      long taken = Math.min(more, weights[i]);
      weights[i] -= taken;
      weights[tier] += taken;
      more -= taken;
    }
  }

  private void give(int item) {
    int given = item;
    if (rules.stock[item] > 0) {
      if (left[item] > 0) {
        left[item]--;
      } else {
        given = rules.substitute[item];
      }
    }
    if (count == prizes.length) {
      prizes = Arrays.copyOf(prizes, 2 * count);
    }
    prizes[count++] = given;
  }

  private void boxSlot(Luck luck) {
    long rest = luck.below(boxLeft());
    int item = -1;
    while (rest >= 0) {
      rest -= boxLeft(++item);
    }
    state.set(rules.boxKeys[item], state.get(rules.boxKeys[item]) + 1);
    give(item);
    long now = boxLeft();
    if (now == 0 && rules.lastOne >= 0) {
      give(rules.lastOne);
    }
    if (!"never".equals(rules.reset) && (now == 0 || "keys".equals(rules.reset) && keysGone())) {
      refill();
    }
  }

  private long boxLeft(int item) {
    return Math.max(0, rules.copies[item] - state.get(rules.boxKeys[item]));
  }

  private long boxLeft() {
    long sum = 0;
    for (int i = 0; i < rules.copies.length; i++) {
      sum += boxLeft(i);
    }
    return sum;
  }

  private boolean keysGone() {
    for (int i = 0; i < rules.copies.length; i++) {
      if (rules.boxKey[i] && boxLeft(i) > 0) {
        return false;
      }
    }
    return true;
  }

  private void refill() {
    for (Key key : rules.boxKeys) {
      state.set(key, 0);
    }
    state.set(round, state.get(round) + 1);
  }
}

/** A fan's draws under one seed. */
final class Chain {

  final long committedAt;
  final String group;
  final String previous;
  String next;
  byte[] seed;
  long revealedAt = Long.MAX_VALUE;
  long revealedDraws;
  long draws;
  boolean begun;
  State state = new State();
  byte[] stateText = {'{', '}'};
  private Luck luck;

  Chain(Map<?, ?> body, long index) {
    group = (String) body.get("group");
    previous = (String) body.get("previous");
    committedAt = index;
  }

  Luck luck() {
    if (luck == null) {
      luck = new Luck(seed);
    }
    return luck;
  }
}

/** One published version of a banner's odds. */
final class Odds {

  final String banner;
  final byte[] hash;
  final Rules rules;
  final Engine engine;

  Odds(Map<?, ?> body) {
    Map<?, ?> source = Rules.object(body, "rules");
    banner = (String) body.get("banner");
    hash =
        Sha256.hex(Json.write(source).getBytes(StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.US_ASCII);
    rules = new Rules(source);
    engine = new Engine(rules);
  }
}

/** First reading: hashes every leaf, and keeps seeds and odds. */
final class Log {

  final Tree tree = new Tree();
  final Map<String, Chain> chains = new HashMap<>();
  final Map<Long, Odds> odds = new HashMap<>();
  String checkpoint;
  String key;
  private final Map<String, Map<String, Long>> refusals = new HashMap<>();

  void read(Path file, Findings findings) throws IOException {
    Leaf leaf = new Leaf();
    try (Lines lines = new Lines(file)) {
      while (lines.next()) {
        if (!leaf.read(lines)) {
          head(lines);
          continue;
        }
        if (leaf.index != tree.size()) {
          findings.add("log-tampered", leaf.index, "stands where leaf " + tree.size() + " should");
        }
        tree.add(leaf.body, leaf.length);
        if (!isDraw(leaf)) {
          small(leaf, findings);
        }
      }
    }
  }

  /**
   * What a leaf is, is told by what is in it: the word beside it is not part of what was signed.
   */
  static boolean isDraw(Leaf leaf) {
    return leaf.length > 9 && leaf.body[2] == 'a' && leaf.body[3] == 'f';
  }

  private void head(Lines line) {
    String text = new String(line.bytes, line.start, line.end - line.start, StandardCharsets.UTF_8);
    if (!text.isBlank() && Json.read(text) instanceof Map<?, ?> head) {
      String note = (String) head.get("checkpoint");
      checkpoint = note == null ? checkpoint : note;
      key = head.get("key") == null ? key : (String) head.get("key");
      tree.want(new Checkpoint(checkpoint).size());
    }
  }

  private void small(Leaf leaf, Findings findings) {
    try {
      Map<?, ?> body = (Map<?, ?>) Json.read(leaf.text());
      if (body.containsKey("rules")) {
        odds.put(leaf.index, new Odds(body));
      } else if (body.containsKey("seed")) {
        reveal(body, leaf.index, findings);
      } else if (body.containsKey("group")) {
        commit(body, leaf.index, findings);
      } else if (body.containsKey("counts")) {
        refused(body, leaf.index, findings);
      }
    } catch (RuntimeException unreadable) {
      findings.add("log-tampered", leaf.index, "cannot be read: " + unreadable.getMessage());
    }
  }

  private void commit(Map<?, ?> body, long index, Findings findings) {
    String commitment = (String) body.get("chain");
    Chain chain = new Chain(body, index);
    if (chains.putIfAbsent(commitment, chain) != null) {
      findings.add("seed-mismatch", index, "commits a second time to " + commitment);
    }
    if (chain.previous == null) {
      return;
    }
    Chain previous = chains.get(chain.previous);
    if (previous == null || previous.next != null || !previous.group.equals(chain.group)) {
      findings.add("state-tampered", index, "does not go on where " + chain.previous + " ended");
    } else {
      previous.next = commitment;
    }
  }

  private void reveal(Map<?, ?> body, long index, Findings findings) {
    Chain chain = chains.get(body.get("chain"));
    if (chain == null || chain.seed != null) {
      findings.add(
          "seed-mismatch", index, "tells a seed that nobody committed to, or tells it twice");
      return;
    }
    byte[] seed = HexFormat.of().parseHex((String) body.get("seed"));
    if (!Sha256.hex(seed).equals(body.get("chain"))) {
      findings.add("seed-mismatch", index, "is not the seed of " + body.get("chain"));
      return;
    }
    chain.seed = seed;
    chain.revealedAt = index;
    chain.revealedDraws = (Long) body.get("draws");
  }

  private void refused(Map<?, ?> body, long index, Findings findings) {
    Map<String, Long> known =
        refusals.computeIfAbsent((String) body.get("banner"), any -> new HashMap<>());
    Rules.object(body, "counts")
        .forEach(
            (reason, count) -> {
              Long before = known.put((String) reason, (Long) count);
              if (before != null && before > (Long) count) {
                findings.add(
                    "refusals-tampered", index, reason + " fell from " + before + " to " + count);
              }
            });
  }
}

/** Second reading: decides every draw again. */
final class Replay {

  private final Log log;
  private final String only;
  private final Findings findings;
  private final Draw draw = new Draw();
  private final Text text = new Text();
  private final Map<String, long[]> stocks = new HashMap<>();
  private final Map<String, long[]> counts = new TreeMap<>();
  long prizes;

  Replay(Log log, String only, Findings findings) {
    this.log = log;
    this.only = only;
    this.findings = findings;
  }

  void run(Path file) throws IOException {
    Leaf leaf = new Leaf();
    try (Lines lines = new Lines(file)) {
      while (lines.next()) {
        if (leaf.read(lines) && Log.isDraw(leaf)) {
          try {
            draw.read(leaf);
            check();
          } catch (RuntimeException unreadable) {
            findings.add("draw-tampered", leaf.index, "cannot be read: " + unreadable);
          }
        }
      }
    }
    log.chains.forEach(this::end);
  }

  private void end(String commitment, Chain chain) {
    if (chain.seed != null && chain.revealedDraws != chain.draws) {
      findings.add(
          "nonce-gap",
          chain.revealedAt,
          "says that "
              + chain.revealedDraws
              + " draws were made, the log has "
              + chain.draws
              + " of "
              + commitment);
    }
  }

  private void check() {
    Odds odds = odds();
    Chain chain = log.chains.get(draw.text(Draw.CHAIN));
    if (chain == null || chain.committedAt >= draw.index) {
      findings.add("seed-mismatch", draw.index, "nobody committed to its seed before it");
      return;
    }
    begin(chain);
    boolean gap = draw.number(Draw.NONCE) != chain.draws;
    if (gap) {
      findings.add(
          "nonce-gap",
          draw.index,
          "has nonce " + draw.number(Draw.NONCE) + ", due was " + chain.draws);
      chain.draws = draw.number(Draw.NONCE);
    }
    chain.draws++;
    if (draw.index > chain.revealedAt) {
      findings.add("seed-mismatch", draw.index, "was drawn when its seed was known");
    }
    if (gap) {
      chain.state = null;
    } else if (!draw.equal(Draw.BEFORE, chain.stateText, chain.stateText.length)) {
      findings.add(
          "state-tampered",
          draw.index,
          "starts from "
              + draw.text(Draw.BEFORE)
              + ", the chain was at "
              + new String(chain.stateText, StandardCharsets.UTF_8));
      chain.state = null;
    }
    if (odds == null) {
      chain.state = null;
    } else {
      replay(chain, odds);
    }
    chain.stateText = draw.bytes(Draw.AFTER);
  }

  private void begin(Chain chain) {
    if (!chain.begun && chain.previous != null) {
      Chain previous = log.chains.get(chain.previous);
      if (previous != null) {
        begin(previous);
        chain.state = previous.state;
        chain.stateText = previous.stateText;
      }
    }
    chain.begun = true;
  }

  private Odds odds() {
    Odds odds = log.odds.get(draw.number(Draw.ODDS_INDEX));
    if (odds == null || draw.number(Draw.ODDS_INDEX) >= draw.index) {
      findings.add(
          "odds-changed",
          draw.index,
          "no odds were published at " + draw.number(Draw.ODDS_INDEX) + " before it");
      return null;
    } else if (!draw.equal(Draw.ODDS, odds.hash, odds.hash.length)) {
      findings.add(
          "odds-changed",
          draw.index,
          "names odds "
              + draw.text(Draw.ODDS)
              + ", published were "
              + new String(odds.hash, StandardCharsets.US_ASCII));
      return null;
    } else if (!odds.banner.equals(draw.text(Draw.BANNER))
        || !odds.rules.banner.equals(odds.banner)) {
      findings.add("odds-changed", draw.index, "was drawn by the odds of another banner");
      return null;
    }
    return odds;
  }

  private void replay(Chain chain, Odds odds) {
    Engine engine = odds.engine;
    boolean wanted = only == null || only.equals(odds.banner);
    if (!odds.rules.group.equals(chain.group)) {
      findings.add("seed-mismatch", draw.index, "uses the seed of group " + chain.group);
    }
    boolean stocked = !odds.rules.shared || stock(odds);
    long[] count = wanted ? counts.computeIfAbsent(odds.banner, any -> new long[3]) : new long[3];
    count[0]++;
    boolean decidable = draw.isExchange() || chain.seed != null;
    count[decidable ? 1 : 2]++;
    if (!decidable || !wanted || !stocked) {
      chain.state = null;
      return;
    }
    if (chain.state == null) {
      chain.state = State.of((Map<?, ?>) draw.value(Draw.BEFORE));
    }
    String refusal = decide(engine, chain);
    if (refusal == null) {
      compare(engine, chain);
    } else {
      findings.add("draw-tampered", draw.index, "the rules do not allow it: " + refusal);
      chain.state = null;
    }
  }

  private String decide(Engine engine, Chain chain) {
    if (draw.isExchange()) {
      return engine.exchange(chain.state, draw.value(Draw.ITEM));
    }
    String clientSeed = (String) draw.value(Draw.CLIENT_SEED);
    Luck luck = chain.luck();
    luck.play(clientSeed.getBytes(StandardCharsets.UTF_8), draw.number(Draw.NONCE));
    return engine.draw(
        chain.state,
        (int) draw.number(Draw.COUNT),
        draw.number(Draw.FREE) == 1,
        draw.number(Draw.DAY),
        luck);
  }

  private void compare(Engine engine, Chain chain) {
    prizes += engine.count;
    text.clear();
    text.add((byte) '[');
    for (int i = 0; i < engine.count; i++) {
      if (i > 0) {
        text.add((byte) ',');
      }
      text.add(engine.rules.codeJson[engine.prizes[i]]);
    }
    text.add((byte) ']');
    if (!draw.equal(Draw.PRIZES, text.bytes, text.length)) {
      findings.add(
          "draw-tampered",
          draw.index,
          "gave " + draw.text(Draw.PRIZES) + ", by seeds and odds it is " + text);
    }
    long price = draw.number(Draw.PRICE);
    if (price != engine.price || draw.lotsSum() != engine.price) {
      String why = "cost " + price + " and took " + draw.lotsSum() + ", due was " + engine.price;
      findings.add("draw-tampered", draw.index, why);
    }
    text.clear();
    chain.state.write(text);
    if (!draw.equal(Draw.AFTER, text.bytes, text.length)) {
      findings.add(
          "state-tampered",
          draw.index,
          "ends at " + draw.text(Draw.AFTER) + ", by the rules it is " + text);
      chain.state = null;
    }
  }

  /** The stock that all fans share: as it was left by the draw before. */
  private boolean stock(Odds odds) {
    Engine engine = odds.engine;
    Map<?, ?> said = (Map<?, ?>) draw.value(Draw.STOCK);
    long[] known = stocks.computeIfAbsent(odds.banner, any -> odds.rules.stock.clone());
    boolean right = true;
    for (int i = 0; i < known.length; i++) {
      if (odds.rules.stock[i] == 0) {
        continue;
      }
      Object left = said.get(odds.rules.codes[i]);
      if (!(left instanceof Long number) || number != known[i]) {
        findings.add(
            "stock-tampered",
            draw.index,
            "says that "
                + left
                + " of "
                + odds.rules.codes[i]
                + " were left, there were "
                + known[i]);
        right = false;
      }
      known[i] = left instanceof Long number ? number : known[i];
      engine.left[i] = known[i];
    }
    for (Object prize : (List<?>) draw.value(Draw.PRIZES)) {
      int item = odds.rules.item(prize);
      if (item >= 0 && odds.rules.stock[item] > 0) {
        known[item]--;
      }
    }
    return right;
  }

  void print(PrintStream out) {
    counts.forEach(
        (banner, count) ->
            out.printf(
                "banner     %s: %,d draws, %,d replayed, %,d not yet (seed not told)%n",
                banner, count[0], count[1], count[2]));
  }
}
