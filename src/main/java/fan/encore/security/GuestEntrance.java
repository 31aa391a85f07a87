package fan.encore.security;

import fan.encore.account.EnterAsGuest;
import fan.encore.account.Guests;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Lets people in who buy without an account. */
@Stateless
public class GuestEntrance {

  @Inject private AttemptLimit limit;
  @Inject private Guests guests;

  /**
   * Welcomes a guest; whether her address has an account is neither asked nor told.
   *
   * @param address where the request came from, IPv4 or IPv6; only its prefix is used, hashed
   * @return her pass, for holds, orders and tickets of her own
   * @throws TooManyAttempts after too many guests from the place
   */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public String enter(@NotNull @Valid EnterAsGuest wanted, String address) {
    limit.guest(wanted.email(), address);
    return guests.open(wanted);
  }
}
