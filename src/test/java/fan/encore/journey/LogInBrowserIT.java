package fan.encore.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import fan.encore.local.Folders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a fan's browser knows of the log's mathematics, without any server of Encore. */
class LogInBrowserIT {

  private static final String SITE = "https://encore.example/";
  private static final String HTML =
      "<title>Fan</title><script type=\"module\">import * as log from '/merkle.js';"
          + " window.log = log;</script>";

  private static final Path SCRIPTS = Folders.project("src/main/webapp/resources/encore/js");

  /** Leaves and roots that the tests of Certificate Transparency use (RFC 6962). */
  private static final List<String> LEAVES =
      List.of("", "\0", "\u0010", " !", "01", "@ABC", "PQRSTUVW", "`abcdefghijklmno");

  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  /** The example of Go's package note, whose format C2SP took over. */
  private static final String NOTE_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String NOTE =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n\n"
          + "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXg"
          + "KvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  private static BrowserContext visitor;
  private static Page page;

  @BeforeAll
  static void open() {
    visitor = Browser.visitor(null);
    page = visitor.newPage();
    page.route(SITE + "**", LogInBrowserIT::serve);
    page.navigate(SITE);
  }

  @AfterAll
  static void close() {
    visitor.close();
  }

  @Test
  void hashesOfLeavesAndNodesAreThoseOfTheRfc() {
    for (int size = 1; size <= LEAVES.size(); size++) {
      assertEquals(ROOTS.get(size - 1), HexFormat.of().formatHex(root(0, size)), "size " + size);
    }
    for (String leaf : LEAVES) {
      assertEquals(base64(leafHash(leaf)), call("leafHash", leaf));
    }
  }

  @Test
  void everyPathLeadsToItsRootAndToNoOther() {
    for (int size = 1; size <= LEAVES.size(); size++) {
      for (int index = 0; index < size; index++) {
        String where = index + " of " + size;
        List<String> path = path(index, 0, size);
        assertEquals(true, includes(index, index, size, path, size), where);
        assertEquals(size == 1, includes(index, index, size, path, 1), where);
        for (int other = 0; other < size; other++) {
          assertEquals(other == index, includes(other, index, size, path, size), where);
          assertEquals(other == index, includes(index, other, size, path, size), where);
        }
        assertEquals(false, includes(index, index, size, more(path), size), where);
        assertEquals(false, includes(index, size, size, path, size), where);
        assertEquals(false, includes(index, -1, size, path, size), where);
        if (!path.isEmpty()) {
          assertEquals(false, includes(index, index, size, path.subList(1, path.size()), size));
          assertEquals(false, includes(index, index, size, tampered(path), size), where);
        }
      }
    }
  }

  @Test
  void aTreeIsTheBeginningOfAnotherOrNot() {
    for (int second = 1; second <= LEAVES.size(); second++) {
      for (int first = 1; first <= second; first++) {
        String where = first + " to " + second;
        List<String> proof = first == second ? List.of() : subproof(first, 0, second, true);
        assertTrue(continues(first, first, second, second, proof), where);
        assertEquals(false, continues(first, first, second, second, more(proof)), where);
        int other = first == 1 ? 2 : first - 1;
        assertEquals(false, continues(first, other, second, second, proof), where);
        assertEquals(false, continues(first, first, second, second % 8 + 1, proof), where);
        if (!proof.isEmpty()) {
          assertEquals(false, continues(first, first, second, second, tampered(proof)), where);
          assertEquals(false, continues(first, first, second, second, List.of()), where);
        }
      }
    }
  }

  @Test
  void aNoteOfSomebodyElseVerifiesAndATamperedOneDoesNot() {
    assertEquals(true, call("verifyNote", NOTE, NOTE_KEY));
    assertEquals(false, call("verifyNote", NOTE.replace("then", "than"), NOTE_KEY));
    assertEquals(false, call("verifyNote", NOTE.replace("ZJku", "ZJkv"), NOTE_KEY));
    assertSays(
        "its own id", "verifyNote", NOTE, NOTE_KEY.replace("RpQ", "RpR").replace("c7", "c8"));
    assertSays("not a key", "verifyNote", NOTE, "PeterNeumann");
    assertSays("not a signed note", "verifyNote", "Nothing is signed.\n", NOTE_KEY);
    assertSays("not a checkpoint", "verifyCheckpoint", NOTE, NOTE_KEY);
  }

  @Test
  void aCheckpointIsSignedByTheLogAndCosignedByAWitness() throws GeneralSecurityException {
    Signer log = new Signer("encore.example/log", 1);
    Signer witness = new Signer("witness.example", 4);
    String body = "encore.example/log\n8\n" + base64(root(0, 8)) + "\n";
    String note = body + "\n" + log.line(body) + witness.line(body);
    assertEquals(true, call("verifyCheckpoint", note, log.vkey()));
    assertEquals(true, call("verifyCheckpoint", note, witness.vkey()));
    String other = new Signer("encore.example/log", 1).vkey();
    assertEquals(false, call("verifyCheckpoint", note, other));
    assertEquals(true, call("verifyCheckpoint", note, other + "\n" + log.vkey() + "\n"));
    String shorter = note.replace("\n8\n", "\n7\n");
    assertEquals(false, call("verifyCheckpoint", shorter, log.vkey()));
    assertEquals(false, call("verifyCheckpoint", shorter, witness.vkey()));
    Map<?, ?> parsed = (Map<?, ?>) call("parseCheckpoint", note);
    assertEquals("encore.example/log", parsed.get("origin"));
    assertEquals(8, parsed.get("size"));
    assertEquals(base64(root(0, 8)), parsed.get("root"));
  }

  @Test
  void aBrowserWithoutEd25519ChecksSignaturesAllTheSame() {
    try (Page old = visitor.newPage()) {
      old.route(SITE + "**", LogInBrowserIT::serve);
      old.navigate(SITE);
      old.evaluate(
          "() => { SubtleCrypto.prototype.importKey = () => Promise.reject(new Error('no')); }");
      assertEquals(true, call(old, "verifyNote", NOTE, NOTE_KEY));
      String forged = NOTE.replaceFirst("[a-z]", "X");
      assertEquals(false, call(old, "verifyNote", forged, NOTE_KEY));
    }
  }

  private static void serve(Route route) {
    String file = route.request().url().substring(SITE.length());
    if (file.isEmpty()) {
      route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(HTML));
    } else {
      route.fulfill(
          new Route.FulfillOptions().setContentType("text/javascript").setBody(script(file)));
    }
  }

  private static String script(String file) {
    try {
      return Files.readString(SCRIPTS.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object call(String function, Object... arguments) {
    return call(page, function, arguments);
  }

  private static Object call(Page page, String function, Object... arguments) {
    return page.evaluate(
        "async ([name, args]) => { const answer = await window.log[name](...args);"
            + " return answer instanceof Uint8Array ? window.log.base64(answer)"
            + " : JSON.parse(JSON.stringify(answer)); }",
        List.of(function, Arrays.asList(arguments)));
  }

  private static void assertSays(String text, String function, Object... arguments) {
    PlaywrightException said =
        assertThrows(PlaywrightException.class, () -> call(function, arguments));
    assertTrue(said.getMessage().contains(text), said.getMessage());
  }

  private static Object includes(int leaf, int index, int size, List<String> path, int root) {
    String hash = base64(leafHash(LEAVES.get(leaf)));
    return call("verifyInclusion", hash, index, size, path, base64(root(0, root)));
  }

  private static boolean continues(
      int first, int firstRoot, int second, int secondRoot, List<String> proof) {
    String before = base64(root(0, firstRoot));
    return (Boolean)
        call("verifyConsistency", first, before, second, base64(root(0, secondRoot)), proof);
  }

  private static List<String> more(List<String> path) {
    List<String> longer = new ArrayList<>(path);
    longer.add(base64(root(0, 1)));
    return longer;
  }

  private static List<String> tampered(List<String> path) {
    List<String> other = new ArrayList<>(path);
    byte[] hash = Base64.getDecoder().decode(other.get(0));
    hash[31] ^= 1;
    other.set(0, base64(hash));
    return other;
  }

  private static List<String> path(int index, int from, int to) {
    if (to - from == 1) {
      return List.of();
    }
    int middle = from + Integer.highestOneBit(to - from - 1);
    boolean left = index < middle;
    List<String> path = new ArrayList<>(left ? path(index, from, middle) : path(index, middle, to));
    path.add(base64(left ? root(middle, to) : root(from, middle)));
    return path;
  }

  private static List<String> subproof(int first, int from, int to, boolean known) {
    if (first == to) {
      return known ? List.of() : List.of(base64(root(from, to)));
    }
    int middle = from + Integer.highestOneBit(to - from - 1);
    boolean left = first <= middle;
    List<String> proof =
        new ArrayList<>(
            left ? subproof(first, from, middle, known) : subproof(first, middle, to, false));
    proof.add(base64(left ? root(middle, to) : root(from, middle)));
    return proof;
  }

  private static byte[] root(int from, int to) {
    if (to - from == 1) {
      return leafHash(LEAVES.get(from));
    }
    int middle = from + Integer.highestOneBit(to - from - 1);
    return sha256(new byte[] {1}, root(from, middle), root(middle, to));
  }

  private static byte[] leafHash(String leaf) {
    return sha256(new byte[] {0}, leaf.getBytes(UTF_8));
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(join(parts));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    IntStream.range(0, parts.length).forEach(i -> joined.writeBytes(parts[i]));
    return joined.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Somebody with a key: the log (kind 1) or a witness (kind 4). */
  private static final class Signer {

    private final String name;
    private final int kind;
    private final KeyPair pair;

    Signer(String name, int kind) throws GeneralSecurityException {
      this.name = name;
      this.kind = kind;
      this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private byte[] key() {
      byte[] encoded = pair.getPublic().getEncoded();
      return join(
          new byte[] {(byte) kind},
          Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    private byte[] id() {
      return Arrays.copyOf(sha256((name + "\n").getBytes(UTF_8), key()), 4);
    }

    String vkey() {
      return name + "+" + HexFormat.of().formatHex(id()) + "+" + base64(key());
    }

    String line(String body) throws GeneralSecurityException {
      long time = 1_790_000_000L;
      byte[] stamp = kind == 4 ? ByteBuffer.allocate(8).putLong(time).array() : new byte[0];
      String message = kind == 4 ? "cosignature/v1\ntime " + time + "\n" + body : body;
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(message.getBytes(UTF_8));
      return "\u2014 " + name + " " + base64(join(id(), stamp, signature.sign())) + "\n";
    }
  }
}
