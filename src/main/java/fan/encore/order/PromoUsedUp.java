package fan.encore.order;

import fan.encore.shared.BusinessError;

/** The promo code has no uses or no budget left, or its time is over. */
public final class PromoUsedUp extends BusinessError {
  public PromoUsedUp() {
    super(Kind.CONFLICT, "order.promo_used_up");
  }

  @Override
  public String field() {
    return "promoCode";
  }
}
