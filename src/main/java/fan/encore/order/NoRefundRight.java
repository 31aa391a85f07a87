package fan.encore.order;

import fan.encore.shared.BusinessError;

/** The event was not moved after this order was paid, or the time to give it back is over. */
public final class NoRefundRight extends BusinessError {
  public NoRefundRight() {
    super(Kind.CONFLICT, "events.no_refund_right");
  }
}
