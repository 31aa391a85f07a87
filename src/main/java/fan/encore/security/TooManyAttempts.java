package fan.encore.security;

import fan.encore.shared.BusinessError;

/** Too many sign-ins failed for this account or from this place. */
public final class TooManyAttempts extends BusinessError {

  /**
   * @param minutes until the next attempt is looked at
   */
  public TooManyAttempts(long minutes) {
    super(Kind.TOO_MANY, "security.too_many_attempts", minutes);
  }
}
