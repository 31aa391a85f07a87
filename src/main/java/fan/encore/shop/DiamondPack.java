package fan.encore.shop;

import fan.encore.shared.Money;
import java.io.Serializable;

/**
 * A pack of diamonds at its price in one currency.
 *
 * @param name in the reader's language
 * @param diamonds paid diamonds
 * @param bonus free diamonds on top
 */
public record DiamondPack(String code, String name, long diamonds, long bonus, Money price)
    implements Serializable {

  private static final long UNIT_DIAMONDS = 100;

  /** Price of 100 paid diamonds, rounded half up; the bonus does not count. */
  public Money unitPrice() {
    long product = Math.multiplyExact(price.minor(), UNIT_DIAMONDS);
    return new Money((2 * product + diamonds) / (2 * diamonds), price.currency());
  }

  /** Free diamonds for a hundred paid ones, rounded down. */
  public long bonusPercent() {
    return bonus * 100 / diamonds;
  }
}
