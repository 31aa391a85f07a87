package fan.encore.security;

import fan.encore.shared.BusinessError;

/** The e-mail address or the password is wrong; which one is not told. */
public final class CredentialsWrong extends BusinessError {
  public CredentialsWrong() {
    super(Kind.UNAUTHENTICATED, "security.credentials_wrong");
  }
}
