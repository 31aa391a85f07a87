package fan.encore.order;

import fan.encore.shared.Sql;
import java.util.Comparator;
import java.util.List;

/** What each ticket of an order was sold for. */
public final class SoldPrices {

  private final List<PricedLine> lines;

  SoldPrices(List<PricedLine> lines) {
    this.lines = lines.stream().sorted(Comparator.comparingLong(PricedLine::partOf)).toList();
  }

  /** For those who print tickets. */
  public static SoldPrices of(Sql sql, String orderCode) {
    return new SoldPrices(OrderReading.lines(sql, orderCode));
  }

  /**
   * The line that a ticket was bought with. Where tickets of a type were bought alone and in
   * bundles, those bought alone have the first numbers.
   *
   * @param number from 1 within the order's tickets of the type
   */
  public PricedLine of(long ticketTypeId, int number) {
    int before = 0;
    for (PricedLine line : lines) {
      if (line.ticketTypeId() == ticketTypeId) {
        before += line.quantity();
        if (number <= before) {
          return line;
        }
      }
    }
    throw new IllegalStateException("The order has fewer than " + number + " tickets of its type");
  }
}
