package fan.encore.local.sim;

import java.security.SecureRandom;

/** Names of objects in the provider's style: {@code cs_} and 24 letters or digits. */
final class Ids {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  static String of(String prefix) {
    StringBuilder id = new StringBuilder(prefix).append('_');
    RANDOM.ints(24, 0, ALPHABET.length()).forEach(i -> id.append(ALPHABET.charAt(i)));
    return id.toString();
  }

  /** The name of a companion object: {@code ch_x} and {@code txn} give {@code txn_x}. */
  static String companion(String id, String prefix) {
    return prefix + id.substring(id.indexOf('_'));
  }
}
