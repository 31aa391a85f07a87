package fan.encore.security;

import fan.encore.shared.BusinessError;

/** The new password does not pass the rules; the code says which. */
public final class PasswordRefused extends BusinessError {

  /**
   * @param code what {@link fan.encore.account.PasswordRules} answered
   */
  public PasswordRefused(String code) {
    super(Kind.INVALID, code);
  }

  @Override
  public String field() {
    return "next";
  }
}
