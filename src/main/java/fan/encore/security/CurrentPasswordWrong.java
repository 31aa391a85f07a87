package fan.encore.security;

import fan.encore.shared.BusinessError;

/** The password given as the present one is not. */
public final class CurrentPasswordWrong extends BusinessError {
  public CurrentPasswordWrong() {
    super(Kind.INVALID, "security.current_password_wrong");
  }

  @Override
  public String field() {
    return "current";
  }
}
