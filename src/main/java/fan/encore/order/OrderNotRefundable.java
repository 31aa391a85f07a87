package fan.encore.order;

import fan.encore.shared.BusinessError;

/** Only paid orders, and only tickets that were not given back before. */
public final class OrderNotRefundable extends BusinessError {
  public OrderNotRefundable() {
    super(Kind.CONFLICT, "order.not_refundable");
  }
}
