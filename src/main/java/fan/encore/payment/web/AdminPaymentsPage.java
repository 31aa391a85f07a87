package fan.encore.payment.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.payment.Fulfilment;
import fan.encore.payment.PaymentDesk;
import fan.encore.payment.PaymentRow;
import fan.encore.payment.PaymentStatus;
import fan.encore.shared.web.TextMap;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** {@code /admin/payments}: every payment, what is stuck, and what to do about it. */
@Named
@ViewScoped
public class AdminPaymentsPage implements Serializable {

  @Inject private PaymentDesk desk;
  @Inject private TextMap text;

  private final LazyRows<PaymentRow> rows =
      new LazyRows<>(query -> desk.find(query), PaymentRow::code);

  public LazyRows<PaymentRow> getRows() {
    return rows;
  }

  public PaymentStatus[] getStatuses() {
    return PaymentStatus.values();
  }

  public Fulfilment[] getFulfilments() {
    return Fulfilment.values();
  }

  public void retry(String code) {
    desk.retry(code);
    say("payment.admin.retried", code);
  }

  public void refund(String code) {
    desk.refund(code, "administrator");
    say("payment.admin.refund_asked", code);
  }

  /** The kind of badge for a state. */
  public String badge(PaymentStatus status) {
    return switch (status) {
      case OPEN -> "info";
      case CAPTURED -> "good";
      case DECLINED, EXPIRED -> "neutral";
      case REFUNDED -> "brand";
      case MISMATCH -> "bad";
    };
  }

  /** The kind of badge for a fulfilment. */
  public String badgeOf(Fulfilment fulfilment) {
    return switch (fulfilment) {
      case NONE -> "neutral";
      case PENDING -> "warn";
      case DONE -> "good";
      case FAILED -> "bad";
    };
  }

  private void say(String key, String code) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(text.of(key, code)));
  }
}
