package fan.encore.order;

import fan.encore.shared.BusinessError;
import fan.encore.shared.Money;

/** A price for the type {0} that is lower than {1}, or another one where it is fixed. */
public final class PriceRefused extends BusinessError {
  public PriceRefused(String typeName, Money price) {
    super(Kind.INVALID, "order.price_refused", typeName, price);
  }
}
