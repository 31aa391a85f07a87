package fan.encore.inserver;

import fan.encore.shared.Codes;
import fan.encore.shared.Money;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the sandbox provider tells of payments, and how it signs it. */
final class SandboxMessages {

  private static final String HMAC = "HmacSHA256";

  private SandboxMessages() {}

  /**
   * News of a checkout.
   *
   * @param status such as {@code paid}, {@code expired} or {@code declined}
   * @param fee in minor units, told of paid ones only
   */
  static byte[] checkout(String id, String payment, String status, Money amount, long fee) {
    return """
        {"id":"%s","type":"checkout.%s","data":{"id":"%s","reference":"%s","status":"%s",
         "amount":%d,"currency":"%s","fee":%d,"chargeId":"%s","paidAt":"2026-11-21T03:00:00Z"}}"""
        .formatted(
            Codes.random("evt_", 20),
            status,
            id,
            payment,
            status,
            amount.minor(),
            amount.currency(),
            status.equals("paid") ? fee : 0,
            Codes.random("ch_", 20))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** News of a refund that has reached the fan. */
  static byte[] refunded(String id, String payment, Money amount) {
    return """
        {"id":"%s","type":"refund.succeeded","data":{"id":"%s","reference":"%s","amount":%d,
         "currency":"%s","status":"succeeded"}}"""
        .formatted(Codes.random("evt_", 20), id, payment, amount.minor(), amount.currency())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The header that proves that a body is the provider's, and of this moment. */
  static String signature(byte[] body) throws GeneralSecurityException {
    String secret =
        ConfigProvider.getConfig().getValue("ENCORE_SANDBOX_WEBHOOK_SECRET", String.class);
    String time = Long.toString(Instant.now().getEpochSecond());
    Mac mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
    mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
    return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
  }
}
