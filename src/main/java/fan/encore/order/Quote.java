package fan.encore.order;

import fan.encore.shared.Money;
import java.util.List;

/**
 * What tickets cost, line by line.
 *
 * @param lines at least one, all in one currency
 * @param discountMinor what a voucher takes off, in minor units; 0 without one
 */
public record Quote(List<PricedLine> lines, long discountMinor) {

  /** Without a voucher. */
  public Quote(List<PricedLine> lines) {
    this(lines, 0);
  }

  public Quote {
    lines = List.copyOf(lines);
  }

  public Money tickets() {
    return lines.stream().map(PricedLine::tickets).reduce(zero(), Money::plus);
  }

  public Money fee() {
    return lines.stream().map(PricedLine::fees).reduce(zero(), Money::plus);
  }

  /** What a voucher takes off. */
  public Money discount() {
    return new Money(discountMinor, zero().currency());
  }

  public Money total() {
    return tickets().plus(fee()).minus(discount());
  }

  public int quantity() {
    return lines.stream().mapToInt(PricedLine::quantity).sum();
  }

  private Money zero() {
    return Money.zero(lines.get(0).price().currency());
  }
}
