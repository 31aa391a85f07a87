package fan.encore.finance;

import fan.encore.shared.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * The unused balance of bought diamonds at the end of a business day, computed from the movements
 * of lots until then.
 *
 * @param date the business day
 * @param unused what counts towards the threshold
 * @param exempt of lots that could be spent within six months of their issue only
 * @param diamonds bought ones, exempt or not
 * @param freeDiamonds given ones: kept in books of their own, so they do not count
 * @param reportDue whether the authority gets a report of this reference date; false on other days
 * @param rows by channel and unit price
 * @param references the figures of the reference dates until then, oldest first
 */
public record UnusedFigure(
    LocalDate date,
    Money unused,
    Money exempt,
    long diamonds,
    long freeDiamonds,
    boolean reportDue,
    List<Row> rows,
    List<Reference> references) {

  /**
   * Lots of one kind.
   *
   * @param currency what was paid in, or null if the price is not known
   * @param unitMicro millionths of a yen for one diamond
   */
  public record Row(
      String channel,
      String currency,
      long unitMicro,
      boolean exempt,
      long lots,
      long issued,
      long remaining,
      Money value) {}

  /** The figure of a reference date. */
  public record Reference(LocalDate date, Money unused) {
    public PrepaidRules.Level level() {
      return PrepaidRules.level(unused.minor());
    }
  }

  public PrepaidRules.Level level() {
    return PrepaidRules.level(unused.minor());
  }

  /** What must be deposited if this is a reference date. */
  public Money deposit() {
    return new Money(PrepaidRules.depositYen(unused.minor()), unused.currency());
  }

  /** Whether this is 31 March or 30 September. */
  public boolean reference() {
    return PrepaidRules.isReference(date);
  }

  /** Until when the authority is told, if this is a reference date. */
  public LocalDate notifyBy() {
    return PrepaidRules.notifyBy(date);
  }
}
