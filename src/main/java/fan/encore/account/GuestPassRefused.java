package fan.encore.account;

import fan.encore.shared.BusinessError;

/** The pass of a guest is unknown or too old, or was not sent by mail where that is needed. */
public final class GuestPassRefused extends BusinessError {
  public GuestPassRefused() {
    super(Kind.INVALID, "account.guest_pass_refused");
  }
}
