package fan.encore.transfer;

import fan.encore.shared.BusinessError;

/** The account has sent as many tickets in a day as it may. */
public final class TooManyTransfers extends BusinessError {
  public TooManyTransfers() {
    super(Kind.TOO_MANY, "transfer.too_many");
  }
}
