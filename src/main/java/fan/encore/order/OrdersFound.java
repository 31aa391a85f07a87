package fan.encore.order;

import fan.encore.shared.Money;
import java.time.Instant;
import java.util.List;

/**
 * A page of orders that were looked for, the latest first.
 *
 * @param next where the next page begins, or null when this is the last one
 */
public record OrdersFound(List<Row> rows, String next) {

  /**
   * One of them.
   *
   * @param email of the buyer
   * @param quantity tickets bought
   * @param returned how many of them were given back
   */
  public record Row(
      String code,
      OrderStatus status,
      String eventSlug,
      String eventTitle,
      String holderName,
      String email,
      int quantity,
      int returned,
      Money total,
      Money refunded,
      Instant placedAt) {}

  public OrdersFound {
    rows = List.copyOf(rows);
  }
}
