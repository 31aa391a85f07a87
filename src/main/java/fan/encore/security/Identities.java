package fan.encore.security;

import fan.encore.account.Roles;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Turns a secret into an identity: one indexed SELECT, which access tokens share ({@link
 * AccessTokens}), its answer kept for 2 s. What ends on this node is forgotten at once, what ends
 * on another node within those 2 s.
 */
@ApplicationScoped
public class Identities {

  /** How the tokens of devices at doors begin. */
  public static final String DEVICE = "encore-gate-";

  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final Duration SEEN_EVERY = Duration.ofMinutes(5);
  private static final Duration DEVICE_SEEN_EVERY = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  static final String COLUMNS =
      "select a.id, a.display_name, a.language, array(select r.role from encore.account_role r where r.account_id = a.id"
          + " union all select 'CREW' where exists (select 1 from encore.event_member m"
          + " where m.account_id = a.id and m.removed_at is null)) as roles";

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private AccessTokens accessTokens;

  private final Map<String, Kept> cache = new ConcurrentHashMap<>();
  private final AtomicLong forgotten = new AtomicLong();

  private record Kept(Identity identity, Instant until) {}

  private record Seen(Identity identity, Instant lastSeen) {}

  /**
   * @param token the cookie's secret
   * @return empty when it is unknown, ended, or the account is not active
   */
  public Optional<Identity> bySignIn(String token) {
    return kept("s" + Codes.sha256(token), this::signIn);
  }

  /**
   * @param token an access token
   * @return empty when it is unknown, ended, or the account is not active
   */
  public Optional<Identity> byAccessToken(String token) {
    return kept("a" + Codes.sha256(token), accessTokens::owner);
  }

  /**
   * @param token of a device at a door
   * @return empty when it is unknown, revoked, or the account that answers for it is not active
   */
  public Optional<Identity> byDevice(String token) {
    return kept("d" + Codes.sha256(token), this::device);
  }

  /**
   * @param token pass of a guest
   * @return empty when it is unknown or ended
   */
  public Optional<Identity> byGuestPass(String token) {
    return kept("g" + Codes.sha256(token), this::guest);
  }

  /** Heard after the commit, so that nobody reads the old answer into the cache again. */
  public void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessEnded fact) {
    forgotten.incrementAndGet();
    cache.values().removeIf(kept -> kept.identity().accountId() == fact.accountId());
  }

  private Optional<Identity> kept(String key, Function<String, Optional<Identity>> find) {
    Instant now = clock.instant();
    Kept kept = cache.get(key);
    if (kept != null && now.isBefore(kept.until())) {
      return Optional.of(kept.identity());
    }
    long before = forgotten.get();
    Optional<Identity> found = find.apply(key.substring(1));
    if (cache.size() >= MOST) {
      cache.clear();
    }
    found.ifPresentOrElse(
        identity -> cache.put(key, new Kept(identity, now.plus(KEPT))), () -> cache.remove(key));
    if (forgotten.get() != before) {
      cache.remove(key);
    }
    return found;
  }

  private Optional<Identity> signIn(String hash) {
    Instant now = clock.instant();
    Optional<Seen> seen =
        sql.first(
            COLUMNS
                + ", s.last_seen_at from encore.sign_in s join encore.account a on a.id = s.account_id and a.status = 'ACTIVE'"
                + " where s.token_hash = ? and s.expires_at > ? and s.last_seen_at > ?",
            row -> new Seen(read(row), Sql.instant(row, "last_seen_at")),
            hash,
            now,
            now.minus(SignIns.IDLE));
    seen.filter(one -> one.lastSeen().isBefore(now.minus(SEEN_EVERY)))
        .ifPresent(
            one ->
                sql.update(
                    "update encore.sign_in set last_seen_at = ? where token_hash = ?", now, hash));
    return seen.map(Seen::identity);
  }

  private Optional<Identity> guest(String hash) {
    return sql.first(
        "select a.id, a.display_name, a.language from encore.guest_pass p"
            + " join encore.account a on a.id = p.account_id and a.status = 'GUEST'"
            + " where p.token_hash = ? and p.expires_at > ?",
        row ->
            new Identity(
                row.getLong("id"),
                row.getString("display_name"),
                Set.of(Roles.GUEST),
                Locale.forLanguageTag(row.getString("language")),
                null),
        hash,
        clock.instant());
  }

  private Optional<Identity> device(String hash) {
    Instant now = clock.instant();
    Optional<Seen> seen =
        sql.first(
            "select a.id, d.name, a.language, d.id as device, d.last_seen_at from encore.gate_device d"
                + " join encore.account a on a.id = d.account_id and a.status = 'ACTIVE'"
                + " where d.token_hash = ? and d.revoked_at is null",
            row -> new Seen(gate(row), Sql.instant(row, "last_seen_at")),
            hash);
    seen.filter(one -> one.lastSeen().isBefore(now.minus(DEVICE_SEEN_EVERY)))
        .ifPresent(
            one ->
                sql.update(
                    "update encore.gate_device set last_seen_at = ? where token_hash = ?",
                    now,
                    hash));
    return seen.map(Seen::identity);
  }

  private static Identity gate(ResultSet row) throws SQLException {
    return new Identity(
        row.getLong("id"),
        row.getString("name"),
        Set.of(Roles.GATE),
        Locale.forLanguageTag(row.getString("language")),
        row.getLong("device"));
  }

  static Identity read(ResultSet row) throws SQLException {
    return new Identity(
        row.getLong("id"),
        row.getString("display_name"),
        Set.of((String[]) row.getArray("roles").getArray()),
        Locale.forLanguageTag(row.getString("language")),
        null);
  }
}
