package fan.encore.fairness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key that checks signed notes, as C2SP {@code signed-note} writes it: name, id and kind with the
 * raw Ed25519 key.
 *
 * @param name whose key it is, without space or plus
 * @param kind {@link #LOG} or {@link #WITNESS}
 * @param publicKey 32 bytes
 */
public record NoteKey(String name, byte kind, byte[] publicKey) {

  /** Signs the text of a note. */
  public static final byte LOG = 1;

  /** Signs the time and the text: {@code cosignature/v1} of C2SP {@code tlog-cosignature}. */
  public static final byte WITNESS = 4;

  /** Bytes of a key's id. */
  static final int ID_BYTES = 4;

  private static final Pattern FORM =
      Pattern.compile("([^\\s+]{1,200})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{44})");

  /**
   * @throws IllegalArgumentException if the text is no key of a kind we know, or has another id
   */
  public static NoteKey parse(String vkey) {
    Matcher form = FORM.matcher(vkey);
    if (!form.matches()) {
      throw new IllegalArgumentException("Not a key: " + vkey);
    }
    byte[] blob = Base64.getDecoder().decode(form.group(3));
    if (blob.length != 1 + Ed25519.KEY_BYTES || blob[0] != LOG && blob[0] != WITNESS) {
      throw new IllegalArgumentException("Not an Ed25519 key: " + vkey);
    }
    NoteKey key = new NoteKey(form.group(1), blob[0], Arrays.copyOfRange(blob, 1, blob.length));
    if (!key.vkey().equals(vkey)) {
      throw new IllegalArgumentException("Not the id of its key: " + vkey);
    }
    return key;
  }

  /** The key of a log, from its raw private key. */
  static NoteKey ofLog(String name, byte[] seed) {
    return new NoteKey(name, LOG, Ed25519.publicKey(seed));
  }

  private byte[] blob() {
    return ByteBuffer.allocate(1 + publicKey.length).put(kind).put(publicKey).array();
  }

  /** First four bytes of SHA-256 of name, line feed, kind and key. */
  byte[] id() {
    byte[] start = (name + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] blob = blob();
    byte[] all = Arrays.copyOf(start, start.length + blob.length);
    System.arraycopy(blob, 0, all, start.length, blob.length);
    return Arrays.copyOf(MerkleTree.sha256().digest(all), ID_BYTES);
  }

  /** The key as one word. */
  public String vkey() {
    return name
        + '+'
        + HexFormat.of().formatHex(id())
        + '+'
        + Base64.getEncoder().encodeToString(blob());
  }

  /**
   * Whether what follows the id in a signature line is this key's signature of the text.
   *
   * @param signature 64 bytes; those of a witness have 8 bytes of time before them
   */
  boolean verifies(String text, byte[] signature) {
    if (kind == LOG) {
      return Ed25519.verifies(publicKey, text.getBytes(StandardCharsets.UTF_8), signature);
    }
    if (signature.length != Long.BYTES + 64) {
      return false;
    }
    long time = ByteBuffer.wrap(signature).getLong();
    return Ed25519.verifies(
        publicKey,
        ("cosignature/v1\ntime " + Long.toUnsignedString(time) + "\n" + text)
            .getBytes(StandardCharsets.UTF_8),
        Arrays.copyOfRange(signature, Long.BYTES, signature.length));
  }
}
