package fan.encore.promo;

import fan.encore.shared.BusinessError;

/** The event has no such code, or its time is not now. */
public final class PromoUnknown extends BusinessError {
  public PromoUnknown() {
    super(Kind.CONFLICT, "promo.unknown");
  }

  @Override
  public String field() {
    return "promoCode";
  }
}
