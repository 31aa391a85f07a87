package fan.encore.account;

import fan.encore.shared.BusinessError;

/** The token of a verification mail is unknown, too old or was used for good. */
public final class VerificationRefused extends BusinessError {
  public VerificationRefused() {
    super(Kind.INVALID, "account.verification_refused");
  }
}
