package fan.encore.order;

import fan.encore.shared.Money;
import java.util.List;

/**
 * What a cart still asks for.
 *
 * @param orders codes of its orders
 * @param payable whether all that it asks money for waits for a payment and is held
 * @param description what the fan reads on the provider's page
 */
public record CartDue(
    String code, Money total, List<String> orders, boolean payable, String description) {

  /** With those of its orders, too, that cost nothing. */
  CartDue with(List<String> all) {
    return new CartDue(code, total, List.copyOf(all), payable, description);
  }
}
