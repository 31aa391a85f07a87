package fan.encore.event;

import fan.encore.shared.BusinessError;
import fan.encore.shared.Money;

/** An amount has more decimals than its currency. */
public final class AmountTooFine extends BusinessError {

  private final String field;

  /**
   * @param field of the form that it was typed into
   * @param currency ISO 4217
   */
  public AmountTooFine(String field, String currency) {
    super(
        Kind.INVALID,
        Money.exponent(currency) == 0 ? "event.amount_not_whole" : "event.amount_too_fine",
        currency,
        Money.exponent(currency));
    this.field = field;
  }

  @Override
  public String field() {
    return field;
  }
}
