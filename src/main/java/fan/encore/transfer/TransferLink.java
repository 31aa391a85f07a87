package fan.encore.transfer;

import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the links that tickets are claimed with (HMAC-SHA256). The key is a row that never changes,
 * read once per node. A link is good once because the transfer it names can be claimed once.
 */
@ApplicationScoped
public class TransferLink {

  private static final String HMAC = "HmacSHA256";

  private final Sql sql;
  private volatile byte[] secret;

  @Inject
  public TransferLink(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected TransferLink() {
    this(null);
  }

  /** Path and query of the page where the ticket is claimed. */
  public String path(String transfer) {
    return "/claim?transfer=" + transfer + "&signature=" + signature(transfer);
  }

  /** Whether we signed it. */
  public boolean genuine(String transfer, String signature) {
    return signature != null
        && MessageDigest.isEqual(
            signature(transfer).getBytes(StandardCharsets.US_ASCII),
            signature.getBytes(StandardCharsets.UTF_8));
  }

  private String signature(String transfer) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret(), HMAC));
      byte[] signed = ("transfer\n" + transfer).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + HMAC, e);
    }
  }

  private byte[] secret() {
    if (secret == null) {
      secret =
          sql.first("select secret from encore.transfer_key", row -> row.getBytes(1)).orElseThrow();
    }
    return secret;
  }
}
