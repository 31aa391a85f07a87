package fan.encore.security;

import fan.encore.shared.BusinessError;

/** The password is right, but the account is suspended. */
public final class AccountClosed extends BusinessError {
  public AccountClosed() {
    super(Kind.FORBIDDEN, "security.account_closed");
  }
}
