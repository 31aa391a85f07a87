package fan.encore.event;

import fan.encore.shared.BusinessError;

/** Fans see the prices already, so their currency stays. */
public final class CurrencyFixed extends BusinessError {
  public CurrencyFixed() {
    super(Kind.CONFLICT, "event.currency_fixed");
  }
}
