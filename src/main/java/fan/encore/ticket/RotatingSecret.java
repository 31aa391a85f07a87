package fan.encore.ticket;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets behind rotating codes, all HMAC-SHA-256 (RFC 2104). An event's key gives a rotation
 * key, which its gates know; the rotation key gives each issue of a ticket a secret, which its
 * holder's telephone knows; the secret gives each half minute its MAC. So nothing is stored, gates
 * check without a network, and a new issue of a ticket has a secret that the old holder never saw.
 * Whoever has a rotation key alone makes no tickets: the signature is missing.
 */
final class RotatingSecret {

  /** How long a code is shown before the next one, in seconds. */
  static final int WINDOW_SECONDS = 30;

  private static final String PURPOSE = "encore-rotation/1";

  private RotatingSecret() {}

  /**
   * What the gates of an event know.
   *
   * @param seed the event's Ed25519 seed
   */
  static byte[] rotationKey(byte[] seed) {
    return hmac(seed, PURPOSE);
  }

  /** What the telephone of a ticket's holder knows. */
  static byte[] ofTicket(byte[] rotationKey, String code, int issue) {
    return hmac(rotationKey, code + "." + issue);
  }

  /** The MAC of a half minute, {@value SealedCode#MAC_BYTES} bytes. */
  static byte[] mac(byte[] secret, long window) {
    return Arrays.copyOf(hmac(secret, Long.toString(window)), SealedCode.MAC_BYTES);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }
}
