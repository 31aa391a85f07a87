package fan.encore.order;

import fan.encore.shared.BusinessError;

/** One payment has one currency. */
public final class CurrenciesMixed extends BusinessError {
  public CurrenciesMixed() {
    super(Kind.INVALID, "order.currencies_mixed");
  }
}
