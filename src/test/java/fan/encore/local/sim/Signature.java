package fan.encore.local.sim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a webhook, in the scheme of Stripe
 * (https://docs.stripe.com/webhooks#verify-manually): {@code t=<unix seconds>,v1=<lower-case hex
 * HMAC-SHA256(secret, t + "." + raw body)>}.
 */
public final class Signature {

  /** The header that carries it. */
  public static final String HEADER = "Encore-Sandbox-Signature";

  private Signature() {}

  /** The value of the header for a body sent at this second. */
  public static String of(String secret, long unixSeconds, String body) {
    return "t=" + unixSeconds + ",v1=" + hmac(secret, unixSeconds + "." + body);
  }

  private static String hmac(String secret, String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
