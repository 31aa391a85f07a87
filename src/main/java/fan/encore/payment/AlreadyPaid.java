package fan.encore.payment;

import fan.encore.shared.BusinessError;

/** What should be paid is paid; nothing was started. */
public final class AlreadyPaid extends BusinessError {
  public AlreadyPaid() {
    super(Kind.CONFLICT, "payment.already_paid");
  }
}
