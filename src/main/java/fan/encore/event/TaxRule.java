package fan.encore.event;

import fan.encore.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The tax on a ticket. What a fan pays for a ticket always contains the tax: either the organizer's
 * price contains it already, or it is added to each ticket's price, rounded half up to a whole
 * minor unit.
 *
 * @param rateBasisPoints hundredths of a per cent, 1000 for 10 %
 * @param included whether the organizer's price contains it
 */
public record TaxRule(int rateBasisPoints, boolean included) {

  /** Where nobody said anything about taxes. */
  public static final TaxRule NONE = new TaxRule(0, true);

  private static final long WHOLE = 10_000;

  /** From a row with the columns of a rule, or {@link #NONE} where they are null. */
  public static TaxRule of(ResultSet row) throws SQLException {
    int rate = row.getInt("rate_basis_points");
    return row.wasNull() ? NONE : new TaxRule(rate, row.getBoolean("included"));
  }

  /** What one ticket costs with its tax. */
  public Money gross(Money price) {
    return included
        ? price
        : price.plus(new Money(share(price.minor(), rateBasisPoints), price.currency()));
  }

  /**
   * The tax in an amount: the amount less its net, gross × 10000 / (10000 + rate), rounded half up.
   * For a ticket whose tax was added this is exactly what was added.
   */
  public static Money contained(Money gross, int rateBasisPoints) {
    long divisor = WHOLE + rateBasisPoints;
    long doubled = Math.multiplyExact(gross.minor(), 2 * WHOLE);
    long net = Math.floorDiv(Math.addExact(doubled, divisor), 2 * divisor);
    return new Money(gross.minor() - net, gross.currency());
  }

  /** The tax in an amount that is taxed by this rule, as {@link #contained}. */
  public Money in(Money gross) {
    return contained(gross, rateBasisPoints);
  }

  /** The rate as people write it: {@code 8.25}. */
  public String percent() {
    return percent(rateBasisPoints);
  }

  /**
   * Any rate as people write it.
   *
   * @param basisPoints hundredths of a per cent
   */
  public static String percent(int basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
  }

  /** A share of an amount above zero, rounded half up. */
  static long share(long minor, int basisPoints) {
    return Math.addExact(Math.multiplyExact(minor, (long) basisPoints), WHOLE / 2) / WHOLE;
  }
}
