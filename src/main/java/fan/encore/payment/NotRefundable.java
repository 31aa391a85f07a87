package fan.encore.payment;

import fan.encore.shared.BusinessError;

/** Only captured money can go back, and no more than was paid. */
public final class NotRefundable extends BusinessError {
  public NotRefundable() {
    super(Kind.CONFLICT, "payment.not_refundable");
  }
}
