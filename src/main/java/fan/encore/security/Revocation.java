package fan.encore.security;

import fan.encore.account.AccountSuspended;
import fan.encore.account.Contact;
import fan.encore.account.Contacts;
import fan.encore.account.Credentials;
import fan.encore.account.Roles;
import fan.encore.audit.Audit;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Ends everything that an account is signed in with, in one transaction with the reason. */
@Stateless
public class Revocation {

  @Inject private Sql sql;
  @Inject private Credentials credentials;
  @Inject private Contacts contacts;
  @Inject private Outbox outbox;
  @Inject private Audit audit;
  @Inject private Clock clock;
  @Inject private Event<AccessEnded> ended;

  /** Nobody stays signed in to a suspended account. */
  @PermitAll
  public void suspended(@Observes AccountSuspended fact) {
    endAll(fact.accountId(), null);
  }

  /**
   * Ends all sign-ins and tokens of the account but one.
   *
   * @param keepToken secret of the browser that stays, or null for none
   */
  @RolesAllowed({Roles.FAN, Roles.ARTIST, Roles.ORGANIZER, Roles.FINANCE, Roles.ADMIN})
  public void endOthers(long accountId, String keepToken) {
    endAll(accountId, keepToken);
    audit.record("security.others_ended", "account:" + accountId, null);
  }

  /**
   * Stores a new password's hash, ends all but the browser that changed it, and tells the owner by
   * mail.
   *
   * @param keepToken secret of that browser, or null
   */
  @RolesAllowed({Roles.FAN, Roles.ARTIST, Roles.ORGANIZER, Roles.FINANCE, Roles.ADMIN})
  public void passwordChanged(long accountId, String passwordHash, String keepToken) {
    credentials.change(accountId, passwordHash);
    endAll(accountId, keepToken);
    Contact contact = contacts.of(accountId);
    outbox.put(
        Outgoing.mail(
            "security.mail.password_changed",
            "password-changed-" + Codes.sha256(passwordHash),
            contact.email(),
            contact.locale(),
            Map.of("name", contact.displayName()),
            accountId));
    audit.record("security.password_changed", "account:" + accountId, null);
  }

  private void endAll(long accountId, String keepToken) {
    Instant now = clock.instant();
    sql.update(
        "delete from encore.sign_in where account_id = ? and token_hash <> ?",
        accountId,
        keepToken == null ? "" : Codes.sha256(keepToken));
    sql.update(
        "update encore.token_family set revoked_at = ? where account_id = ? and revoked_at is null",
        now,
        accountId);
    sql.update(
        "delete from encore.access_token where family_id in (select id from encore.token_family where account_id = ?)",
        accountId);
    ended.fire(new AccessEnded(accountId));
  }
}
