package fan.encore.order;

import fan.encore.payment.PaymentCaptured;

/** Tells nobody anything. */
final class NoMails extends OrderMails {
  @Override
  public void refunded(String orderCode, PaymentCaptured payment, String reason) {}

  @Override
  public void given(String orderCode, RefundView refund) {}
}
