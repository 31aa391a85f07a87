package fan.encore.order;

import fan.encore.shared.BusinessError;

/** The order does not wait for a payment any more. */
public final class NotPayable extends BusinessError {
  public NotPayable() {
    super(Kind.CONFLICT, "order.not_payable");
  }
}
