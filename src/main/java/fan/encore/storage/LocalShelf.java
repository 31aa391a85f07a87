package fan.encore.storage;

import fan.encore.shared.Sql;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Files in our own database. A link carries the end of its life and an HMAC-SHA256 over the file's
 * key, its name and that end; the secret is one row that all nodes share.
 */
final class LocalShelf implements FileShelf {

  static final String PATH = "/files/";

  private static final String HMAC = "HmacSHA256";

  private final Storage storage;
  private final Sql sql;
  private final Clock clock;
  private volatile byte[] secret;

  LocalShelf(Storage storage, Sql sql, Clock clock) {
    this.storage = storage;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public void put(String key, String contentType, byte[] bytes) {
    storage.put(key, contentType, bytes);
  }

  @Override
  public URI link(String key, String fileName, Duration life) {
    long until = clock.instant().plus(life).getEpochSecond();
    return URI.create(
        PATH
            + key
            + "?name="
            + URLEncoder.encode(fileName, StandardCharsets.UTF_8)
            + "&until="
            + until
            + "&signature="
            + signature(key, fileName, until));
  }

  /** The file, if the link is one of ours and its life is not over. */
  Optional<StoredFile> open(String key, String fileName, long until, String signature) {
    byte[] expected = signature(key, fileName, until).getBytes(StandardCharsets.US_ASCII);
    boolean genuine =
        MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.ISO_8859_1));
    return genuine && clock.instant().getEpochSecond() < until
        ? storage.get(key)
        : Optional.empty();
  }

  private String signature(String key, String fileName, long until) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret(), HMAC));
      String signed = key + "\n" + fileName + "\n" + until;
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + HMAC, e);
    }
  }

  private byte[] secret() {
    if (secret == null) {
      byte[] fresh = new byte[32];
      new SecureRandom().nextBytes(fresh);
      sql.update(
          "insert into encore.file_link_secret (secret) values (?) on conflict do nothing", fresh);
      secret =
          sql.first("select secret from encore.file_link_secret", row -> row.getBytes(1))
              .orElseThrow();
    }
    return secret;
  }
}
