package fan.encore.order;

import fan.encore.shared.Money;
import java.util.List;

/**
 * What a fan holds in one currency and pays at once.
 *
 * @param lines at least one, the one that ends first at the top
 */
public record CartGroup(String currency, List<CartLine> lines) {

  public CartGroup {
    lines = List.copyOf(lines);
  }

  /** Everything with all fees. */
  public Money total() {
    return lines.stream()
        .map(line -> line.reservation().total())
        .reduce(Money.zero(currency), Money::plus);
  }
}
