package fan.encore.order;

import fan.encore.shared.BusinessError;

/** The fan has used this promo code as often as one person may. */
public final class PromoUsedByYou extends BusinessError {
  public PromoUsedByYou() {
    super(Kind.CONFLICT, "order.promo_person_limit");
  }

  @Override
  public String field() {
    return "promoCode";
  }
}
