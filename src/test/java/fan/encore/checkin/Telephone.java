package fan.encore.checkin;

import fan.encore.ticket.TicketSeal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes rotating codes as a telephone does, from nothing but what it was given. */
final class Telephone {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private Telephone() {}

  static String code(TicketSeal.Pass pass, long window) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(pass.secret(), "HmacSHA256"));
      byte[] proof =
          Arrays.copyOf(
              mac.doFinal(String.valueOf(window).getBytes(StandardCharsets.US_ASCII)), 10);
      return String.join(".", pass.head(), String.valueOf(window), base32(proof), pass.signature());
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base32(byte[] bytes) {
    java.math.BigInteger number = new java.math.BigInteger(1, bytes);
    StringBuilder text = new StringBuilder();
    for (int i = bytes.length * 8 / 5 - 1; i >= 0; i--) {
      text.append(ALPHABET.charAt(number.shiftRight(5 * i).intValue() & 31));
    }
    return text.toString();
  }
}
