package fan.encore.account;

import fan.encore.shared.BusinessError;

/** More people sign in than the machine can hash passwords for; try again in a moment. */
public final class TooManyHashes extends BusinessError {
  public TooManyHashes() {
    super(Kind.UNAVAILABLE, "account.busy");
  }
}
