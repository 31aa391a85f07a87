package fan.encore.shop;

import fan.encore.shared.BusinessError;
import fan.encore.shared.Money;

/** The purchase would go beyond what the fan may buy this month; nothing was ordered. */
public final class SpendingLimitReached extends BusinessError {

  /**
   * @param limit of the month
   * @param left of it
   */
  public SpendingLimitReached(Money limit, Money left) {
    super(Kind.CONFLICT, "shop.limit_reached", limit, left);
  }
}
