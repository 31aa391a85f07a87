package fan.encore.app.api;

import fan.encore.shared.Money;

/**
 * Money as programs see it.
 *
 * @param minor whole minor units: yen, cents, kobo
 * @param currency ISO 4217 code
 */
public record Amount(long minor, String currency) {

  /** Null stays null. */
  public static Amount of(Money money) {
    return money == null ? null : new Amount(money.minor(), money.currency());
  }
}
