package fan.encore.security;

import fan.encore.account.Roles;
import fan.encore.audit.Audit;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Browsers that are signed in. */
@Stateless
public class SignIns {

  /** A sign-in ends when it was not used for so long. */
  public static final Duration IDLE = Duration.ofDays(7);

  /** A sign-in ends after so long, used or not. */
  public static final Duration LONGEST = Duration.ofDays(30);

  @Inject private Sql sql;
  @Inject private Doorman doorman;
  @Inject private Audit audit;
  @Inject private Clock clock;
  @Inject private Event<AccessEnded> ended;

  /**
   * @return the secret for the browser's cookie, 256 bits; only its hash is kept
   * @throws TooManyAttempts after too many failures for the account or from the place
   * @throws CredentialsWrong if the account does not exist or the password is not its own
   * @throws NotConfirmed if the e-mail address is not confirmed yet
   * @throws AccountClosed if the account is suspended
   */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public String signIn(@NotNull @Valid Attempt attempt) {
    long accountId = doorman.admit(attempt);
    audit.record("security.signed_in", "account:" + accountId, null);
    String token = Codes.secret();
    Instant now = clock.instant();
    sql.update(
        "insert into encore.sign_in (token_hash, account_id, device, created_at, last_seen_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        Codes.sha256(token),
        accountId,
        Device.of(attempt.device()),
        now,
        now,
        now.plus(LONGEST));
    return token;
  }

  /**
   * @param token the cookie's secret; unknown or null ones are no error
   */
  @PermitAll
  public void signOut(String token) {
    if (token == null) {
      return;
    }
    sql.first(
            "delete from encore.sign_in where token_hash = ? returning account_id",
            row -> row.getLong(1),
            Codes.sha256(token))
        .ifPresent(
            accountId -> {
              audit.record("security.signed_out", "account:" + accountId, null);
              ended.fire(new AccessEnded(accountId));
            });
  }

  /**
   * The account's live sign-ins, the latest used first.
   *
   * @param currentToken the secret of the browser that asks, or null
   */
  @RolesAllowed({Roles.FAN, Roles.ARTIST, Roles.ORGANIZER, Roles.FINANCE, Roles.ADMIN})
  public List<SignInRow> of(long accountId, String currentToken) {
    String current = currentToken == null ? "" : Codes.sha256(currentToken);
    Instant now = clock.instant();
    return sql.list(
        "select id, device, created_at, last_seen_at, token_hash = ? as current from encore.sign_in"
            + " where account_id = ? and expires_at > ? and last_seen_at > ? order by 5 desc, last_seen_at desc",
        row ->
            new SignInRow(
                row.getLong("id"),
                row.getString("device"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "last_seen_at"),
                row.getBoolean("current")),
        current,
        accountId,
        now,
        now.minus(IDLE));
  }

  /** Ends one sign-in of the account; one that is not its own or gone already is left alone. */
  @RolesAllowed({Roles.FAN, Roles.ARTIST, Roles.ORGANIZER, Roles.FINANCE, Roles.ADMIN})
  public void end(long accountId, long signInId) {
    int gone =
        sql.update(
            "delete from encore.sign_in where id = ? and account_id = ?", signInId, accountId);
    if (gone > 0) {
      audit.record("security.sign_in_ended", "account:" + accountId, null);
      ended.fire(new AccessEnded(accountId));
    }
  }
}
