package fan.encore.account;

import fan.encore.audit.Audit;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How an account comes to be; called by core only, people come through {@link Accounts}. */
@Stateless
@PermitAll
public class Enrolment {

  private static final Duration TOKEN_LIFE = Duration.ofHours(24);

  @PersistenceContext private EntityManager em;
  @Inject private Sql sql;
  @Inject private Outbox outbox;
  @Inject private Audit audit;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  /** Whether an account uses the address, whatever its case. */
  public boolean taken(String email) {
    return numberOf(email).isPresent();
  }

  /** The number of the account that uses the address, whatever its case. */
  public Optional<Long> numberOf(String email) {
    return sql.first(
        "select id from encore.account where lower(email) = lower(?) and status <> 'GUEST'",
        row -> row.getLong(1),
        email);
  }

  /**
   * Opens an unconfirmed account and puts its two mails into the outbox.
   *
   * @return the account's number
   * @throws EmailTaken if another account uses the address
   */
  public long open(Register command, String passwordHash) {
    Account account = insert(new Account(command, clock), passwordHash);
    put(account, "account.mail.welcome", "welcome-" + account.id(), baseUrl + "/");
    sendVerification(account);
    audit.record("account.registered", Accounts.subject(account.id()), null);
    return account.id();
  }

  /**
   * Opens a confirmed account for somebody who has shown that the address is hers.
   *
   * @return the account's number
   * @throws EmailTaken if another account uses the address
   */
  public long openConfirmed(Register command, String passwordHash) {
    Account account = new Account(command, clock);
    account.confirm();
    insert(account, passwordHash);
    audit.record("account.registered", Accounts.subject(account.id()), null);
    return account.id();
  }

  /**
   * Opens a confirmed account without mails: staff, and demonstration data.
   *
   * @return the account's number
   * @throws EmailTaken if another account uses the address
   */
  @RolesAllowed(Roles.SYSTEM)
  public long enrol(Enrol command) {
    Account account =
        new Account(
            new Register(command.email(), null, command.displayName(), command.language()), clock);
    account.confirm();
    account.updateProfile(
        new UpdateProfile(
            command.displayName(),
            command.birthDate(),
            command.country(),
            command.language(),
            command.phone()));
    command.roles().forEach(account::grant);
    insert(account, command.passwordHash());
    audit.record("account.enrolled", Accounts.subject(account.id()), null);
    return account.id();
  }

  private Account insert(Account account, String passwordHash) {
    if (taken(account.email())) {
      throw new EmailTaken();
    }
    em.persist(account);
    em.flush();
    sql.update(
        "insert into encore.account_password (account_id, password_hash, changed_at) values (?, ?, ?)",
        account.id(),
        passwordHash,
        clock.instant());
    return account;
  }

  /**
   * Puts a mail with a fresh token into the outbox; the tokens before it stay good for their 24
   * hours.
   */
  public void sendVerification(Account account) {
    String token = Codes.secret();
    Instant now = clock.instant();
    sql.update(
        "insert into encore.account_verification (token_hash, account_id, created_at, expires_at) values (?, ?, ?, ?)",
        Codes.sha256(token),
        account.id(),
        now,
        now.plus(TOKEN_LIFE));
    put(
        account,
        "account.mail.verification",
        "verification-" + Codes.sha256(token),
        baseUrl + "/confirm?token=" + token);
  }

  private void put(Account account, String kind, String dedupKey, String link) {
    outbox.put(
        Outgoing.mail(
            kind,
            dedupKey,
            account.email(),
            account.locale(),
            Map.of("name", account.displayName(), "link", link),
            account.id()));
  }
}
