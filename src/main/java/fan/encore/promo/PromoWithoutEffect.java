package fan.encore.promo;

import fan.encore.shared.BusinessError;

/** The code is for other ticket types than those chosen. */
public final class PromoWithoutEffect extends BusinessError {
  public PromoWithoutEffect() {
    super(Kind.CONFLICT, "promo.without_effect");
  }

  @Override
  public String field() {
    return "promoCode";
  }
}
