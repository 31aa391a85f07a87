package fan.encore.security;

import fan.encore.shared.BusinessError;

/** The refresh token is unknown, too old, used before or revoked: sign in again. */
public final class TokenRefused extends BusinessError {
  public TokenRefused() {
    super(Kind.UNAUTHENTICATED, "security.token_refused");
  }
}
