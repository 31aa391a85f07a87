package fan.encore.analytics;

import fan.encore.order.OrderFilter;

/**
 * What somebody wants to take away of one event.
 *
 * @param orders which orders, or the tickets of which orders; it names the event, and its size and
 *     place do not count
 */
public record ExportWish(ExportKind kind, FileFormat format, OrderFilter orders) {

  /** Slug of the event, or null. */
  String event() {
    return orders.event();
  }
}
