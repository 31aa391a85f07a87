package fan.encore.security;

import fan.encore.audit.Audit;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Exchanges a refresh token in one transaction; called by {@link ApiTokens} only. */
@Stateless
@PermitAll
public class TokenExchange {

  static final Duration ACCESS_LIFE = Duration.ofMinutes(15);
  static final Duration REFRESH_LIFE = Duration.ofDays(7);

  @Inject private Sql sql;
  @Inject private Audit audit;
  @Inject private Clock clock;
  @Inject private Event<AccessEnded> ended;

  private record Family(long id, long accountId, Instant expiresAt) {}

  private record Used(Instant at, String salt, Family family) {}

  /**
   * @return the next pair, or empty when the token is refused; a reuse has then revoked the family,
   *     which must be committed, so it is an answer and not an error
   */
  public Optional<TokenPair> exchange(String token) {
    Instant now = clock.instant();
    String salt = Codes.secret();
    Optional<Family> fresh =
        sql.first(
            "update encore.refresh_token r set used_at = ?, successor_salt = ? from encore.token_family f"
                + " join encore.account a on a.id = f.account_id and a.status = 'ACTIVE'"
                + " where f.id = r.family_id and r.token_hash = ? and r.used_at is null and r.expires_at > ?"
                + " and f.revoked_at is null and f.expires_at > ? returning f.id, f.account_id, f.expires_at",
            row -> new Family(row.getLong(1), row.getLong(2), Sql.instant(row, "expires_at")),
            now,
            salt,
            Codes.sha256(token),
            now,
            now);
    return fresh.isPresent()
        ? Optional.of(first(token, salt, fresh.get(), now))
        : used(token).flatMap(used -> again(token, used, now));
  }

  private TokenPair first(String token, String salt, Family family, Instant now) {
    String next = Rotation.successor(token, salt);
    Instant idleEnd = now.plus(REFRESH_LIFE);
    sql.update(
        "insert into encore.refresh_token (token_hash, family_id, expires_at) values (?, ?, ?)",
        Codes.sha256(next),
        family.id(),
        idleEnd.isBefore(family.expiresAt()) ? idleEnd : family.expiresAt());
    return new TokenPair(access(family, now), ACCESS_LIFE.toSeconds(), next);
  }

  private Optional<Used> used(String token) {
    return sql.first(
        "select r.used_at, r.successor_salt, f.id, f.account_id, f.expires_at from encore.refresh_token r"
            + " join encore.token_family f on f.id = r.family_id"
            + " where r.token_hash = ? and r.used_at is not null and f.revoked_at is null",
        row ->
            new Used(
                Sql.instant(row, "used_at"),
                row.getString("successor_salt"),
                new Family(
                    row.getLong("id"), row.getLong("account_id"), Sql.instant(row, "expires_at"))),
        Codes.sha256(token));
  }

  private Optional<TokenPair> again(String token, Used used, Instant now) {
    String next = Rotation.successor(token, used.salt());
    boolean successorUsed =
        sql.number(
                "select count(*) from encore.refresh_token where token_hash = ? and used_at is not null",
                Codes.sha256(next))
            > 0;
    if (Rotation.again(used.at(), successorUsed, now) == Rotation.Verdict.SAME_SUCCESSOR) {
      return Optional.of(new TokenPair(access(used.family(), now), ACCESS_LIFE.toSeconds(), next));
    }
    revoke(used.family().id());
    audit.record("security.token_reused", "account:" + used.family().accountId(), null);
    return Optional.empty();
  }

  /**
   * Ends a family and its access tokens.
   *
   * @return whether it lived
   */
  public boolean revoke(long familyId) {
    Optional<Long> account =
        sql.first(
            "update encore.token_family set revoked_at = ? where id = ? and revoked_at is null returning account_id",
            row -> row.getLong(1),
            clock.instant(),
            familyId);
    sql.update("delete from encore.access_token where family_id = ?", familyId);
    account.ifPresent(id -> ended.fire(new AccessEnded(id)));
    return account.isPresent();
  }

  private String access(Family family, Instant now) {
    String token = Codes.secret();
    sql.update(
        "insert into encore.access_token (token_hash, family_id, account_id, expires_at) values (?, ?, ?, ?)",
        Codes.sha256(token),
        family.id(),
        family.accountId(),
        now.plus(ACCESS_LIFE));
    return token;
  }
}
