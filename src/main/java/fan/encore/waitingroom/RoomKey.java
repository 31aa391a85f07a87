package fan.encore.waitingroom;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A room's secret, as the two blocks that HMAC-SHA256 begins with (RFC 2104): so the database can
 * check an admission in the transaction of the hold without an extension.
 *
 * @param inner 64 bytes
 * @param outer 64 bytes
 */
record RoomKey(byte[] inner, byte[] outer) {

  private static final int BLOCK = 64;
  private static final int SECRET = 32;
  private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(RoomKey::digest);

  /** A new secret of 256 bits. */
  static RoomKey fresh() {
    byte[] secret = new byte[SECRET];
    new SecureRandom().nextBytes(secret);
    return of(secret);
  }

  static RoomKey of(byte[] secret) {
    byte[] inner = Arrays.copyOf(secret, BLOCK);
    byte[] outer = Arrays.copyOf(secret, BLOCK);
    for (int i = 0; i < BLOCK; i++) {
      inner[i] ^= 0x36;
      outer[i] ^= 0x5c;
    }
    return new RoomKey(inner, outer);
  }

  /** The signature of a text, 64 hexadecimal digits. */
  String mac(String text) {
    MessageDigest digest = SHA256.get();
    digest.update(inner);
    byte[] first = digest.digest(text.getBytes(StandardCharsets.UTF_8));
    digest.update(outer);
    return HexFormat.of().formatHex(digest.digest(first));
  }

  /** Whether this is the beginning of the text's signature; takes the same time for every guess. */
  boolean signed(String text, String signature) {
    String right = mac(text);
    return signature.length() >= BLOCK / 4
        && signature.length() <= right.length()
        && MessageDigest.isEqual(
            right.substring(0, signature.length()).getBytes(StandardCharsets.US_ASCII),
            signature.getBytes(StandardCharsets.US_ASCII));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
