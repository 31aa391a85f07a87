package fan.encore.account;

import fan.encore.shared.BusinessError;

/** The account's status does not allow it, such as suspending a suspended account. */
public final class StatusRefused extends BusinessError {
  public StatusRefused() {
    super(Kind.CONFLICT, "account.status_refused");
  }
}
