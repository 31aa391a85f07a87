package fan.encore.account;

import fan.encore.audit.Audit;
import fan.encore.shared.Codes;
import fan.encore.shared.Errors;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Registers, finds, edits and suspends accounts. Whoever is signed in may call what names no other
 * roles.
 */
@Stateless
@RolesAllowed({Roles.FAN, Roles.ARTIST, Roles.ORGANIZER, Roles.FINANCE, Roles.ADMIN, Roles.SYSTEM})
public class Accounts {

  private static final int VERIFICATIONS_PER_HOUR = 3;

  @PersistenceContext private EntityManager em;
  @Inject private Sql sql;
  @Inject private Passwords passwords;
  @Inject private Enrolment enrolment;
  @Inject private Audit audit;
  @Inject private Clock clock;
  @Inject private Event<AccountSuspended> suspended;

  /**
   * Opens an account and sends the mails of welcome and verification. It cannot sign in before
   * {@link #confirm}. Nobody is signed in by this.
   *
   * @return the account's number
   * @throws EmailTaken if another account uses the address
   * @throws TooManyHashes if the machine is too busy to hash the password
   */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public long register(@NotNull @Valid Register command) {
    if (enrolment.taken(command.email())) {
      throw new EmailTaken();
    }
    String hash = passwords.hash(command.password());
    try {
      return enrolment.open(command, hash);
    } catch (EJBException refused) {
      boolean taken = Errors.constraint(refused).filter("uq_account_email"::equals).isPresent();
      throw taken ? new EmailTaken() : refused;
    }
  }

  /**
   * Confirms the address that a verification mail went to. The same token again, while it lives,
   * changes nothing: people click twice.
   *
   * @return the account's number
   * @throws VerificationRefused if the token is null, unknown or older than 24 hours
   */
  @PermitAll
  public long confirm(String token) {
    Instant now = clock.instant();
    long id =
        sql.first(
                "update encore.account_verification set used_at = coalesce(used_at, ?)"
                    + " where token_hash = ? and expires_at > ? returning account_id",
                row -> row.getLong(1),
                now,
                Codes.sha256(token == null ? "" : token),
                now)
            .orElseThrow(VerificationRefused::new);
    Account account = get(id);
    if (account.status() == AccountStatus.UNCONFIRMED) {
      account.confirm();
      audit.record("account.confirmed", subject(id), null);
    }
    return id;
  }

  /**
   * Sends the verification mail again, at most three an hour. Says nothing about whether the
   * address has an account.
   *
   * @param email as typed, may be null
   */
  @PermitAll
  public void sendVerificationAgain(String email) {
    em.createQuery(
            "select a from Account a where a.email = :email and a.status = :status", Account.class)
        .setParameter("email", Formats.email(email))
        .setParameter("status", AccountStatus.UNCONFIRMED)
        .getResultStream()
        .filter(account -> verificationsInTheLastHour(account.id()) < VERIFICATIONS_PER_HOUR)
        .forEach(enrolment::sendVerification);
  }

  private long verificationsInTheLastHour(long id) {
    return sql.number(
        "select count(*) from encore.account_verification where account_id = ? and created_at > ?",
        id,
        clock.instant().minus(Duration.ofHours(1)));
  }

  /**
   * @throws NoSuchAccount if there is none
   */
  public Account get(long id) {
    Account account = em.find(Account.class, id);
    if (account == null) {
      throw new NoSuchAccount();
    }
    return account;
  }

  /** The account as its owner sees it; guests have a name, an address and a language. */
  @RolesAllowed({
    Roles.FAN,
    Roles.GUEST,
    Roles.ARTIST,
    Roles.ORGANIZER,
    Roles.FINANCE,
    Roles.ADMIN,
    Roles.SYSTEM
  })
  public Profile profile(long id) {
    return Profile.of(get(id));
  }

  /**
   * @return the profile as it is now
   */
  public Profile updateProfile(long id, @NotNull @Valid UpdateProfile command) {
    Account account = get(id);
    account.updateProfile(command);
    audit.record("account.profile_updated", subject(id), null);
    return Profile.of(account);
  }

  /**
   * For the administrator's table. Sorts by {@code id, email, displayName, status, country,
   * createdAt}; filters {@code id} (equal), {@code email} and {@code displayName} (contain, any
   * case), {@code status}, {@code roles} (has), {@code country} (equal).
   */
  @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
  public Slice<AccountRow> find(ListQuery query) {
    return AccountSearch.run(sql, query);
  }

  /**
   * Closes an account: its sign-ins and tokens end in the same transaction.
   *
   * @param reason for administrators, 1 to 500 characters
   * @throws StatusRefused if it is suspended already
   * @throws LastAdministrator if no other administrator is active
   */
  @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
  public void suspend(
      long id,
      @NotBlank(message = "account.reason_missing")
          @Size(max = 500, message = "account.reason_long")
          String reason) {
    Account account = get(id);
    if (account.is(Role.ADMIN) && otherAdministrators(id) == 0) {
      throw new LastAdministrator();
    }
    account.suspend(reason.strip());
    em.flush();
    suspended.fire(new AccountSuspended(id));
    audit.record("account.suspended", subject(id), reason.strip());
  }

  /**
   * @throws StatusRefused if it is not suspended
   */
  @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
  public void reinstate(long id) {
    Account account = get(id);
    if (account.status() != AccountStatus.SUSPENDED) {
      throw new StatusRefused();
    }
    account.reinstate();
    audit.record("account.reinstated", subject(id), null);
  }

  @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
  public void grantRole(long id, Role role) {
    get(id).grant(role);
    audit.record("account.role_granted", subject(id), role.name());
  }

  private long otherAdministrators(long id) {
    return em.createQuery(
            "select count(a) from Account a where :admin member of a.roles and a.status = :active and a.id <> :id",
            Long.class)
        .setParameter("admin", Role.ADMIN)
        .setParameter("active", AccountStatus.ACTIVE)
        .setParameter("id", id)
        .getSingleResult();
  }

  /** How the audit trail names an account. */
  static String subject(long id) {
    return "account:" + id;
  }
}
