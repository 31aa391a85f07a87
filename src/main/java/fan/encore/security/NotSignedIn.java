package fan.encore.security;

import fan.encore.shared.BusinessError;

/** The use case needs somebody who is signed in. */
public final class NotSignedIn extends BusinessError {
  public NotSignedIn() {
    super(Kind.UNAUTHENTICATED, "security.not_signed_in");
  }
}
