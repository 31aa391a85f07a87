package fan.encore.account;

import fan.encore.shared.Errors;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Opens accounts for guests who were reached by mail; called by core only. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GuestAccounts {

  @Inject private Guests guests;
  @Inject private Enrolment enrolment;
  @Inject private Passwords passwords;

  /**
   * Opens a confirmed account with the guest's address: her pass came by mail, which is what a
   * verification mail proves, too.
   *
   * @return the account's number
   * @throws GuestPassRefused if the pass is unknown, too old, was not sent by mail, or belongs to
   *     another address
   * @throws EmailTaken if the address has an account; whoever reads its mail may know
   */
  public long open(String pass, @NotNull @Valid Register command) {
    guests
        .find(pass)
        .filter(guest -> guest.byMail() && guest.email().equals(command.email()))
        .orElseThrow(GuestPassRefused::new);
    if (enrolment.taken(command.email())) {
      throw new EmailTaken();
    }
    String hash = passwords.hash(command.password());
    try {
      return enrolment.openConfirmed(command, hash);
    } catch (EJBException refused) {
      boolean taken = Errors.constraint(refused).filter("uq_account_email"::equals).isPresent();
      throw taken ? new EmailTaken() : refused;
    }
  }
}
