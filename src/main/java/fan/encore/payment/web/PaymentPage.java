package fan.encore.payment.web;

import fan.encore.payment.Fulfilment;
import fan.encore.payment.PaymentStatus;
import fan.encore.payment.PaymentView;
import fan.encore.payment.Payments;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** {@code /my/payment?code=}: where a buyer comes back from the provider. */
@Named
@RequestScoped
public class PaymentPage {

  @Inject private Payments payments;
  @Inject private Caller caller;

  private String code;
  private PaymentView payment;

  /** Asks the provider while the payment is open, so that a lost message costs no waiting. */
  public void load() {
    payment = payments.refresh(caller.id(), code == null ? "" : code);
  }

  public PaymentView getPayment() {
    return payment;
  }

  /** True while this page should look again by itself. */
  public boolean isWaiting() {
    return payment.status() == PaymentStatus.OPEN
        || payment.status() == PaymentStatus.CAPTURED && payment.fulfilment() == Fulfilment.PENDING;
  }

  /** Key of the sentence under the title. */
  public String getTextKey() {
    boolean preparing =
        payment.status() == PaymentStatus.CAPTURED && payment.fulfilment() != Fulfilment.DONE;
    return "payment.page." + payment.status() + (preparing ? ".pending" : ".text");
  }

  /** The kind of notice and badge for the state. */
  public String getKind() {
    return switch (payment.status()) {
      case CAPTURED -> "good";
      case OPEN, REFUNDED -> "info";
      case DECLINED, EXPIRED -> "warn";
      case MISMATCH -> "bad";
    };
  }

  /** True when nothing was bought and the buyer may start again. */
  public boolean isFailed() {
    return payment.status() == PaymentStatus.DECLINED || payment.status() == PaymentStatus.EXPIRED;
  }

  /** Where to go on: to what was bought, or to the shop when diamonds were not. */
  public String getNextPath() {
    return isFailed() && payment.purpose().equals("DIAMONDS")
        ? "/shop/diamonds"
        : payment.returnPath();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
