package fan.encore.security;

import fan.encore.shared.BusinessError;

/** The password is right, but the e-mail address is not confirmed yet. */
public final class NotConfirmed extends BusinessError {
  public NotConfirmed() {
    super(Kind.FORBIDDEN, "security.not_confirmed");
  }
}
