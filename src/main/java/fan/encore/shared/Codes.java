package fan.encore.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Codes that people read aloud, secrets that nobody guesses, and fingerprints. */
public final class Codes {

  /** Crockford's base 32: no I, L, O, U, so nothing can be misread. */
  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

  private static final SecureRandom RANDOM = new SecureRandom();

  private Codes() {}

  /**
   * A public code such as {@code ORD-7K3M9QX2AB}.
   *
   * @param length characters after the prefix; 12 give 60 bits
   */
  public static String random(String prefix, int length) {
    StringBuilder code = new StringBuilder(prefix.length() + length).append(prefix);
    for (int i = 0; i < length; i++) {
      code.append(ALPHABET[RANDOM.nextInt(ALPHABET.length)]);
    }
    return code.toString();
  }

  /** A secret of 256 bits, URL-safe. */
  public static String secret() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Lower-case hexadecimal SHA-256 of the text's UTF-8 bytes: how secrets are stored. */
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
