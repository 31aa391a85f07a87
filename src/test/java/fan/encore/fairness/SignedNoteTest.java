package fan.encore.fairness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

  private static final String TEXT =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";

  /** Key, private key and note of the reference implementation, golang.org/x/mod/sumdb/note. */
  private static final String VKEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String SIGNING = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  private static final String NOTE =
      TEXT
          + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  @Test
  void theReferencesNoteIsRead() {
    SignedNote note = SignedNote.parse(NOTE);
    assertEquals(TEXT, note.text());
    assertTrue(note.lineOf(NoteKey.parse(VKEY)).isPresent());
    assertEquals(NOTE, note.with(List.of()));
  }

  @Test
  void weSignAsTheReferenceDoes() {
    byte[] key = Base64.getDecoder().decode(SIGNING);
    SigningKey signing = SigningKey.of("PeterNeumann", Arrays.copyOfRange(key, 1, key.length));
    assertEquals(VKEY, signing.key().vkey());
    assertEquals(NOTE, SignedNote.of(TEXT, List.of(signing)).with(List.of()));
    assertFalse(signing.toString().contains(SIGNING.substring(4)));
  }

  @Test
  void anotherTextKeyOrNameIsNotSigned() {
    NoteKey key = NoteKey.parse(VKEY);
    assertTrue(SignedNote.parse(NOTE.replace("answer", "Answer")).lineOf(key).isEmpty());
    assertTrue(SignedNote.parse(NOTE.replace("PeterN", "PetraN")).lineOf(key).isEmpty());
    assertTrue(SignedNote.parse(NOTE.replace("ZJkuB", "ZJkuC")).lineOf(key).isEmpty());
    NoteKey other = NoteKey.ofLog("PeterNeumann", new byte[32]);
    assertTrue(SignedNote.parse(NOTE).lineOf(other).isEmpty());
  }

  @Test
  void twoKeysSignWhileOneFollowsTheOther() {
    byte[] second = new byte[32];
    second[0] = 1;
    SigningKey newer = SigningKey.of("log", second);
    SigningKey older = SigningKey.of("log", new byte[32]);
    SignedNote note = SignedNote.of(TEXT, List.of(newer, older));
    assertTrue(note.lineOf(newer.key()).isPresent());
    assertTrue(note.lineOf(older.key()).isPresent());
  }

  @Test
  void aWitnessSignsTheTimeToo() {
    byte[] seed = new byte[32];
    NoteKey witness = new NoteKey("witness", NoteKey.WITNESS, Ed25519.publicKey(seed));
    assertEquals(witness.vkey(), NoteKey.parse(witness.vkey()).vkey());
    byte[] signature =
        Ed25519.sign(
            seed, ("cosignature/v1\ntime 1763712000\n" + TEXT).getBytes(StandardCharsets.UTF_8));
    byte[] stamped = ByteBuffer.allocate(72).putLong(1763712000).put(signature).array();
    assertTrue(witness.verifies(TEXT, stamped));
    assertFalse(witness.verifies(TEXT, signature));
    stamped[7] ^= 1;
    assertFalse(witness.verifies(TEXT, stamped));
  }

  @Test
  void keysComeRawOrAsPkcs8() {
    HexFormat hex = HexFormat.of();
    byte[] seed = hex.parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    byte[] pkcs8 = hex.parseHex("302e020100300506032b657004220420" + hex.formatHex(seed));
    assertArrayEquals(seed, Ed25519.seed(seed));
    assertArrayEquals(seed, Ed25519.seed(pkcs8));
    assertThrows(IllegalArgumentException.class, () -> Ed25519.seed(new byte[48]));
    assertThrows(IllegalArgumentException.class, () -> Ed25519.seed(new byte[5]));
    // RFC 8032, section 7.1, test 1.
    assertEquals(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        hex.formatHex(Ed25519.publicKey(seed)));
    assertEquals(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        hex.formatHex(Ed25519.sign(seed, new byte[0])));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\n\u2014 name\n",
        "text\n\n\u2014 name AAAA",
        "text\n\n- name AAAA\n",
        "text\n\n\u2014 name AA AA\n",
        "text\n\n\u2014 name AAAA\n\u2014\n"
      })
  void whatIsNoNoteIsRefused(String note) {
    assertThrows(IllegalArgumentException.class, () -> SignedNote.parse(note));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PetraNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+BRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T="
      })
  void whatIsNoKeyIsRefused(String vkey) {
    assertThrows(IllegalArgumentException.class, () -> NoteKey.parse(vkey));
  }
}
