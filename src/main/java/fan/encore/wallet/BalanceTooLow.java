package fan.encore.wallet;

import fan.encore.shared.BusinessError;

/** There is less on the account than should leave it; nothing was changed. */
public final class BalanceTooLow extends BusinessError {
  public BalanceTooLow() {
    super(Kind.CONFLICT, "wallet.balance_too_low");
  }
}
