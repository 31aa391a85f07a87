package fan.encore.security;

import fan.encore.account.Guests;
import fan.encore.account.Roles;
import fan.encore.audit.Audit;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;

/** Tokens of programs. */
@Stateless
public class ApiTokens {

  @Inject private Sql sql;
  @Inject private Doorman doorman;
  @Inject private TokenExchange exchange;
  @Inject private Guests guests;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Signs a program in.
   *
   * @throws TooManyAttempts after too many failures for the account or from the place
   * @throws CredentialsWrong if the account does not exist or the password is not its own
   * @throws NotConfirmed if the e-mail address is not confirmed yet
   * @throws AccountClosed if the account is suspended
   */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public TokenPair issue(@NotNull @Valid Attempt attempt) {
    long accountId = doorman.admit(attempt);
    audit.record("security.tokens_issued", "account:" + accountId, null);
    String access = Codes.secret();
    String refresh = Codes.secret();
    Instant now = clock.instant();
    sql.update(
        "with family as (insert into encore.token_family (account_id, device, created_at, expires_at)"
            + " values (?, ?, ?, ?) returning id, account_id),"
            + " refresh as (insert into encore.refresh_token (token_hash, family_id, expires_at) select ?, id, ? from family)"
            + " insert into encore.access_token (token_hash, family_id, account_id, expires_at)"
            + " select ?, id, account_id, ? from family",
        accountId,
        Device.of(attempt.device()),
        now,
        now.plus(SignIns.LONGEST),
        Codes.sha256(refresh),
        now.plus(TokenExchange.REFRESH_LIFE),
        Codes.sha256(access),
        now.plus(TokenExchange.ACCESS_LIFE));
    return new TokenPair(access, TokenExchange.ACCESS_LIFE.toSeconds(), refresh);
  }

  /**
   * Exchanges a refresh token for the next pair. Within 10 s the same token gets the same successor
   * again; later its whole family ends.
   *
   * @throws TokenRefused if it is null, unknown, too old, used before or revoked
   */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public TokenPair refresh(String refreshToken) {
    if (refreshToken == null || refreshToken.isBlank()) {
      throw new TokenRefused();
    }
    return exchange.exchange(refreshToken).orElseThrow(TokenRefused::new);
  }

  /**
   * Signs a program out: all tokens of the family end. Unknown ones are no error.
   *
   * @param token the refresh token or the access token, may be null
   */
  @PermitAll
  public void revoke(String token) {
    String hash = Codes.sha256(token == null ? "" : token);
    sql.first(
            "select family_id from encore.refresh_token where token_hash = ?"
                + " union select family_id from encore.access_token where token_hash = ?",
            row -> row.getLong(1),
            hash,
            hash)
        .filter(exchange::revoke)
        .ifPresent(
            familyId -> audit.record("security.tokens_revoked", "token_family:" + familyId, null));
  }

  /**
   * Deletes what has ended: sign-ins, tokens, counts of attempts, guests who bought nothing. Safe
   * on many nodes.
   *
   * @return rows deleted, at most {@code limit} of each kind
   */
  @RolesAllowed(Roles.SYSTEM)
  public int forget(int limit) {
    Instant now = clock.instant();
    int gone =
        delete(
            "sign_in", "expires_at < ? or last_seen_at < ?", limit, now, now.minus(SignIns.IDLE));
    gone += delete("access_token", "expires_at < ?", limit, now);
    gone += delete("token_family", "expires_at < ?", limit, now);
    gone += guests.forget(limit);
    return gone + delete("sign_in_attempt", "since < ?", limit, now.minus(AttemptLimit.WINDOW));
  }

  private int delete(String table, String condition, int limit, Instant... times) {
    Object[] parameters = new Object[times.length + 1];
    System.arraycopy(times, 0, parameters, 0, times.length);
    parameters[times.length] = limit;
    return sql.update(
        "delete from encore.%1$s where ctid in (select ctid from encore.%1$s where %2$s limit ? for update skip locked)"
            .formatted(table, condition),
        parameters);
  }
}
