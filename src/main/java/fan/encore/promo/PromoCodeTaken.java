package fan.encore.promo;

import fan.encore.shared.BusinessError;

/** The event has a code {0} already. */
public final class PromoCodeTaken extends BusinessError {
  public PromoCodeTaken(String code) {
    super(Kind.CONFLICT, "promo.code_taken", code);
  }

  @Override
  public String field() {
    return "code";
  }
}
