package fan.encore.transfer;

import fan.encore.shared.BusinessError;
import fan.encore.shared.Money;

/** A ticket is sold on for what was paid for it at most. */
public final class PriceTooHigh extends BusinessError {

  /**
   * @param most what may be asked
   */
  public PriceTooHigh(Money most) {
    super(Kind.INVALID, "resale.price_too_high", most);
  }

  @Override
  public String field() {
    return "price";
  }
}
