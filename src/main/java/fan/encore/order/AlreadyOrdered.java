package fan.encore.order;

import fan.encore.shared.BusinessError;

/** The reservation has an order already; pay that one. */
public final class AlreadyOrdered extends BusinessError {
  public AlreadyOrdered() {
    super(Kind.CONFLICT, "order.already_ordered");
  }
}
