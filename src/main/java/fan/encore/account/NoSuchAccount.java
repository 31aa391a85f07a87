package fan.encore.account;

import fan.encore.shared.BusinessError;

/** No account has this number. */
public final class NoSuchAccount extends BusinessError {
  public NoSuchAccount() {
    super(Kind.NOT_FOUND, "account.not_found");
  }
}
