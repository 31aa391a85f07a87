package fan.encore.payment;

import fan.encore.shared.BusinessError;

/** The caller has no payment with this code. */
public final class NoSuchPayment extends BusinessError {
  public NoSuchPayment() {
    super(Kind.NOT_FOUND, "payment.unknown");
  }
}
