package fan.encore.order;

import fan.encore.shared.Money;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What tickets cost, line by line.
 *
 * @param lines at least one, all in one currency
 * @param discountMinor what a voucher takes off, in minor units; 0 without one
 * @param promoCode the promo code that has lowered prices, or null
 */
public record Quote(List<PricedLine> lines, long discountMinor, String promoCode) {

  /** Without a voucher and a promo code. */
  public Quote(List<PricedLine> lines) {
    this(lines, 0, null);
  }

  public Quote {
    lines = List.copyOf(lines);
  }

  /** Price of all tickets, promo code taken off. */
  public Money tickets() {
    return lines.stream().map(PricedLine::tickets).reduce(zero(), Money::plus);
  }

  public Money fee() {
    return lines.stream().map(PricedLine::fees).reduce(zero(), Money::plus);
  }

  /** The taxes in tickets and fees, a rate each, the highest first; none where all rates are 0. */
  public List<TaxShare> taxes() {
    return TaxShare.of(lines);
  }

  /** What a voucher takes off. */
  public Money discount() {
    return new Money(discountMinor, zero().currency());
  }

  /** What a promo code has taken off the list prices; {@link #tickets} is without it already. */
  public Money cut() {
    return lines.stream().map(PricedLine::cuts).reduce(zero(), Money::plus);
  }

  /** Price of all tickets before a promo code. */
  public Money listPrice() {
    return tickets().plus(cut());
  }

  public Money total() {
    return tickets().plus(fee()).minus(discount());
  }

  /** How many tickets; of a bundle those that it gives, not the bundle itself. */
  public int quantity() {
    Set<Long> bundles = lines.stream().map(PricedLine::partOf).collect(Collectors.toSet());
    return lines.stream()
        .filter(line -> line.part() || !bundles.contains(line.ticketTypeId()))
        .mapToInt(PricedLine::quantity)
        .sum();
  }

  /** Whether some tickets come with a bundle. */
  public boolean bundled() {
    return lines.stream().anyMatch(PricedLine::part);
  }

  private Money zero() {
    return Money.zero(lines.get(0).price().currency());
  }
}
