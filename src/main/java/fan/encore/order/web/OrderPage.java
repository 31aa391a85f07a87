package fan.encore.order.web;

import fan.encore.order.Checkout;
import fan.encore.order.OrderRefunds;
import fan.encore.order.OrderStatus;
import fan.encore.order.OrderView;
import fan.encore.order.Orders;
import fan.encore.order.RefundView;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** One order of the fan: where it stands and what to do next. */
@Named
@ViewScoped
public class OrderPage implements Serializable {

  @Inject private Orders orders;
  @Inject private Checkout checkout;
  @Inject private OrderRefunds refunds;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String code;
  private OrderView order;

  public void open() {
    order = orders.byCode(caller.id(), code);
  }

  /** Goes to the provider once more, while the tickets are held. */
  public void pay() {
    browser.goTo(checkout.pay(caller.id(), code).redirectUrl());
  }

  public boolean isPayable() {
    return order.payable(Instant.now());
  }

  /** Key of the sentence that says what happens next. */
  public String getNext() {
    boolean over = order.status() == OrderStatus.OPEN && !isPayable();
    return "order.next." + (over ? "OVER" : order.status().name());
  }

  public List<RefundView> getRefunds() {
    return refunds.of(order.code());
  }

  public OrderView getOrder() {
    return order;
  }

  /** The server's clock, for the countdown. */
  public Instant getNow() {
    return Instant.now();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
