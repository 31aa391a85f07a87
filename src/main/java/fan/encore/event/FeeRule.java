package fan.encore.event;

import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What the service costs for one ticket: a share of its price, rounded half up to a whole minor
 * unit, plus a fixed amount, not below the least and not above the most. What is free costs
 * nothing.
 *
 * @param shareBasisPoints hundredths of a per cent, 500 for 5 %
 * @param fixedMinor minor units for each ticket
 * @param leastMinor minor units, 0 for no lower bound
 * @param mostMinor minor units, or null for no upper bound
 */
public record FeeRule(
    int shareBasisPoints, long fixedMinor, long leastMinor, Long mostMinor, Payer payer) {

  /** Five per cent, paid by the fan: where nobody said anything else. */
  public static final FeeRule USUAL = new FeeRule(500, 0, 0, null, Payer.FAN);

  /** Who pays the fee. */
  public enum Payer {
    /** It comes on top of the price. */
    FAN,
    /** It is kept out of the price; the fan does not see it. */
    ORGANIZER
  }

  /** From a row with the columns of a rule, or {@link #USUAL} where they are null. */
  static FeeRule of(ResultSet row) throws SQLException {
    String payer = row.getString("payer");
    return payer == null
        ? USUAL
        : new FeeRule(
            row.getInt("share_basis_points"),
            row.getLong("fixed_minor"),
            row.getLong("least_minor"),
            Sql.nullableLong(row, "most_minor"),
            Payer.valueOf(payer));
  }

  /**
   * The fee of one ticket, whoever pays it.
   *
   * @param price of the ticket
   */
  public Money of(Money price) {
    if (price.isZero()) {
      return price;
    }
    long fee = TaxRule.share(price.minor(), shareBasisPoints) + fixedMinor;
    long most = mostMinor == null ? Long.MAX_VALUE : mostMinor;
    return new Money(Math.min(Math.max(fee, leastMinor), most), price.currency());
  }

  /** Whether it costs nothing, whatever the price is. */
  public boolean nothing() {
    return mostMinor != null && mostMinor == 0
        || shareBasisPoints == 0 && fixedMinor == 0 && leastMinor == 0;
  }

  /** Whether anything comes on top of some price. */
  public boolean fanPaysSome() {
    return payer == Payer.FAN && !nothing();
  }

  /** What comes on top of the price of one ticket. */
  public Money fanPays(Money price) {
    return payer == Payer.FAN ? of(price) : Money.zero(price.currency());
  }

  /** What the organizer does not get of the price of one ticket. */
  public Money organizerPays(Money price) {
    return payer == Payer.ORGANIZER ? of(price) : Money.zero(price.currency());
  }
}
