package fan.encore.account;

import fan.encore.shared.BusinessError;

/** Nobody would be left to administer Encore. */
public final class LastAdministrator extends BusinessError {
  public LastAdministrator() {
    super(Kind.CONFLICT, "account.last_administrator");
  }
}
