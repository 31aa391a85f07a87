package fan.encore.security;

import fan.encore.account.AccountStatus;
import fan.encore.account.Credential;
import fan.encore.account.Credentials;
import fan.encore.account.Passwords;
import fan.encore.audit.Audit;
import fan.encore.shared.BusinessError;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Checks e-mail and password, for browsers and programs alike; called by core only. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Doorman {

  @Inject private AttemptLimit limit;
  @Inject private Credentials credentials;
  @Inject private Passwords passwords;
  @Inject private Audit audit;

  /**
   * Does the same work whether the account exists or not.
   *
   * @return the account's number
   * @throws TooManyAttempts after too many failures for the account or from the place
   * @throws CredentialsWrong if the account does not exist or the password is not its own
   * @throws NotConfirmed if the password is right and the address unconfirmed
   * @throws AccountClosed if the password is right and the account suspended
   */
  public long admit(Attempt attempt) {
    try {
      limit.count(attempt.email(), attempt.address());
    } catch (TooManyAttempts tooMany) {
      throw refused(null, tooMany);
    }
    Optional<Credential> found = credentials.byEmail(attempt.email());
    boolean right =
        passwords.matches(attempt.password(), found.map(Credential::passwordHash).orElse(null));
    if (!right) {
      throw refused(found.map(Credential::accountId).orElse(null), new CredentialsWrong());
    }
    Credential credential = found.orElseThrow();
    limit.giveBack(attempt.email(), attempt.address());
    if (credential.status() != AccountStatus.ACTIVE) {
      throw refused(
          credential.accountId(),
          credential.status() == AccountStatus.SUSPENDED
              ? new AccountClosed()
              : new NotConfirmed());
    }
    return credential.accountId();
  }

  /**
   * Asks the owner who is signed in for her password once more, before something important.
   *
   * @throws TooManyAttempts after too many failures
   * @throws CurrentPasswordWrong if it is not hers
   */
  public Credential confirm(long accountId, String password, String address) {
    Credential credential = credentials.of(accountId);
    limit.count(credential.email(), address);
    if (!passwords.matches(password, credential.passwordHash())) {
      throw refused(accountId, new CurrentPasswordWrong());
    }
    limit.giveBack(credential.email(), address);
    return credential;
  }

  private BusinessError refused(Long accountId, BusinessError reason) {
    audit.refused(
        "security.sign_in", accountId == null ? null : "account:" + accountId, reason.code());
    return reason;
  }
}
