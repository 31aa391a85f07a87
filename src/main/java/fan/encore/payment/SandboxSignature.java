package fan.encore.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The sandbox signs as Stripe does (docs.stripe.com/webhooks/signatures): {@code t=<unix
 * seconds>,v1=<hex HMAC-SHA256(secret, t + "." + body)>}, perhaps with several {@code v1}.
 */
final class SandboxSignature {

  private static final Duration TOLERANCE = Duration.ofSeconds(300);

  private final byte[] secret;

  SandboxSignature(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * True when one signature fits the raw body and its time is within five minutes of now, either
   * way. Compares in constant time.
   */
  boolean fits(String header, byte[] body, Instant now) {
    if (header == null) {
      return false;
    }
    String time = null;
    boolean signed = false;
    for (String part : header.split(",")) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length == 2 && pair[0].equals("t") && time == null) {
        time = pair[1];
      } else if (pair.length == 2 && pair[0].equals("v1") && time != null) {
        signed |= MessageDigest.isEqual(ascii(sign(time, body)), ascii(pair[1]));
      }
    }
    return signed && fresh(time, now);
  }

  String sign(String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(ascii(time + "."));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  private static boolean fresh(String time, Instant now) {
    if (!time.matches("[0-9]{1,12}")) {
      return false;
    }
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now).abs();
    return age.compareTo(TOLERANCE) <= 0;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
