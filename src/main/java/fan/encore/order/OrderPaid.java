package fan.encore.order;

import java.util.List;

/**
 * Fact: the tickets of these orders are sold. Announced in the transaction that sells them, so that
 * the tickets are made with it or not at all.
 *
 * @param orderCodes one or more
 */
public record OrderPaid(List<String> orderCodes) {

  /** One order. */
  public OrderPaid(String orderCode) {
    this(List.of(orderCode));
  }
}
