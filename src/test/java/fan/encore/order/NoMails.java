package fan.encore.order;

import fan.encore.payment.PaymentCaptured;
import java.util.List;

/** Tells nobody anything. */
final class NoMails extends OrderMails {
  @Override
  public void confirmed(List<String> orderCodes) {}

  @Override
  public void refunded(String orderCode, PaymentCaptured payment, String reason) {}

  @Override
  public void given(String orderCode, RefundView refund) {}
}
