package fan.encore.security;

import fan.encore.account.Credential;
import fan.encore.account.PasswordRules;
import fan.encore.account.Passwords;
import fan.encore.account.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Changes the password of somebody who is signed in and knows the present one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordChange {

  @Inject private Doorman doorman;
  @Inject private Passwords passwords;
  @Inject private Revocation revocation;

  /**
   * All other sign-ins and tokens end, and a mail tells the owner.
   *
   * @param address where the request came from
   * @param keepToken secret of the browser that asks, or null
   * @throws CurrentPasswordWrong if the present password is not the one given
   * @throws PasswordRefused if the new one does not pass the rules
   */
  @RolesAllowed({Roles.FAN, Roles.ARTIST, Roles.ORGANIZER, Roles.FINANCE, Roles.ADMIN})
  public void change(
      long accountId, @NotNull @Valid ChangePassword command, String address, String keepToken) {
    Credential credential = doorman.confirm(accountId, command.current(), address);
    PasswordRules.refusal(command.next(), credential.email(), credential.displayName())
        .ifPresent(
            code -> {
              throw new PasswordRefused(code);
            });
    revocation.passwordChanged(accountId, passwords.hash(command.next()), keepToken);
  }
}
