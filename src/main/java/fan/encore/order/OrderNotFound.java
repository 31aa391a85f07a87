package fan.encore.order;

import fan.encore.shared.BusinessError;

/** No order has this code, or it is somebody else's. */
public final class OrderNotFound extends BusinessError {
  public OrderNotFound() {
    super(Kind.NOT_FOUND, "order.not_found");
  }
}
