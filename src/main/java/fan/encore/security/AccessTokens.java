package fan.encore.security;

import fan.encore.shared.Lane;
import fan.encore.shared.Sql;
import fan.encore.shared.Sql.SqlFailed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose an access token is. Every call of a program asks, so those that come together ask in one
 * statement and take one connection.
 */
@ApplicationScoped
public class AccessTokens {

  private static final int TOGETHER = 64;

  /** As many as the server has threads. */
  private static final int WAITING = 640;

  private static final long PATIENCE_MILLIS = 10_000;

  private static final String OWNERS =
      Identities.COLUMNS
          + ", t.token_hash from encore.access_token t join encore.account a on a.id = t.account_id and a.status = 'ACTIVE'"
          + " where t.token_hash = any (?) and t.expires_at > ?";

  private final Sql sql;
  private final Clock clock;
  private final Lane<String, Owner> lane;

  @Inject
  public AccessTokens(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
    this.lane =
        new Lane<>(
            TOGETHER,
            WAITING,
            this::owners,
            () -> new IllegalStateException("Too many access tokens to look up"));
  }

  /** For the container's proxy. */
  protected AccessTokens() {
    this(null, null);
  }

  /**
   * @param failure why nobody could be found, or null
   */
  private record Owner(Optional<Identity> identity, SqlFailed failure) {}

  /**
   * @param hash of the token, SHA-256 in hexadecimal
   * @return empty when it is unknown, ended, or the account is not active
   */
  Optional<Identity> owner(String hash) {
    // by the hash, because whose it is nobody knows yet, and a lane lets few of one in together
    Owner owner = lane.ask(hash.hashCode(), "", hash, PATIENCE_MILLIS);
    if (owner.failure() != null) {
      throw owner.failure();
    }
    return owner.identity();
  }

  /** What fails fails for all: one after the other would only wait for the same database. */
  private List<Owner> owners(List<String> hashes) {
    Map<String, Identity> found = new HashMap<>();
    try {
      sql.list(
          OWNERS,
          row -> found.put(row.getString("token_hash"), Identities.read(row)),
          hashes.toArray(String[]::new),
          clock.instant());
    } catch (SqlFailed failure) {
      return Collections.nCopies(hashes.size(), new Owner(Optional.empty(), failure));
    }
    return hashes.stream()
        .map(hash -> new Owner(Optional.ofNullable(found.get(hash)), null))
        .toList();
  }
}
