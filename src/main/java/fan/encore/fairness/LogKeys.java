package fan.encore.fairness;

import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that sign checkpoints. Keys are changed by naming the new one before the old one for a
 * while: checkpoints then carry both signatures, and whoever follows the log meets the new key in a
 * leaf that the old one still signed. Keys that were ever used stay known.
 */
@ApplicationScoped
public class LogKeys {

  private static final Logger LOG = Logger.getLogger(LogKeys.class.getName());

  @Inject private Sql sql;

  @Inject
  @ConfigProperty(name = "ENCORE_FAIRNESS_KEY")
  private Optional<String> setting = Optional.empty();

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL", defaultValue = "http://localhost")
  private String baseUrl;

  /** For the container. */
  public LogKeys() {}

  /** Outside the server. */
  public LogKeys(Sql sql, String baseUrl, Optional<String> setting) {
    this.sql = sql;
    this.baseUrl = baseUrl;
    this.setting = setting;
  }

  /** Name of the log: the first line of its checkpoints, and the name of its keys. */
  public String origin() {
    return URI.create(baseUrl).getAuthority() + "/fairness";
  }

  /** Whether the settings give a key; without one it lies in the database, beside the log. */
  public boolean fromSettings() {
    return setting.filter(text -> !text.isBlank()).isPresent();
  }

  /** All keys that ever signed, newest first. */
  public List<String> known() {
    return sql.list(
        "select vkey from encore.fairness_key order by id desc", row -> row.getString(1));
  }

  /**
   * The keys to sign with, newest first. Those that are used for the first time are remembered and
   * told to the log. Joins the sequencer's transaction and relies on its lock.
   *
   * @throws IllegalArgumentException if the setting is no key
   */
  List<SigningKey> signing(Transparency log) {
    List<SigningKey> keys = fromSettings() ? configured() : List.of(generated());
    List<String> known = known();
    for (int i = keys.size() - 1; i >= 0; i--) {
      String vkey = keys.get(i).key().vkey();
      if (!known.contains(vkey)) {
        remember(vkey, fromSettings() ? null : keys.get(i).seed(), log);
      }
    }
    return keys;
  }

  private List<SigningKey> configured() {
    return Arrays.stream(setting.orElseThrow().split(","))
        .map(key -> Ed25519.seed(Base64.getDecoder().decode(key.strip())))
        .map(seed -> SigningKey.of(origin(), seed))
        .toList();
  }

  private SigningKey generated() {
    return sql.first(
            "select private_key from encore.fairness_key where private_key is not null"
                + " order by id desc limit 1",
            row -> row.getBytes(1))
        .map(seed -> SigningKey.of(origin(), seed))
        .orElseGet(this::generate);
  }

  private SigningKey generate() {
    byte[] seed = new byte[Ed25519.KEY_BYTES];
    new SecureRandom().nextBytes(seed);
    LOG.warning(
        "ENCORE_FAIRNESS_KEY is not set: a key for checkpoints was made and is kept in the database,"
            + " where whoever can change the log can also sign it");
    return SigningKey.of(origin(), seed);
  }

  private void remember(String vkey, byte[] seed, Transparency log) {
    sql.update("insert into encore.fairness_key (vkey, private_key) values (?, ?)", vkey, seed);
    StringBuilder body = new StringBuilder("{\"key\":");
    Canonical.quote(body, vkey);
    log.append("key", body.append('}').toString());
  }
}
