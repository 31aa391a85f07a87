package fan.encore.order.web;

import fan.encore.event.EventDetail;
import fan.encore.event.EventStatus;
import fan.encore.event.Events;
import fan.encore.order.EventRefunds;
import fan.encore.order.OrderStatus;
import fan.encore.order.OrderView;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;

/** What became of the event of an order, and the right to give the order back. */
@Named
@ViewScoped
public class MovedOrderPage implements Serializable {

  @Inject private Events events;
  @Inject private EventRefunds refunds;
  @Inject private OrderPage page;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private EventDetail event;

  public EventDetail getEvent() {
    if (event == null) {
      event = events.bySlug(page.getOrder().eventSlug());
    }
    return event;
  }

  /** True while she may give the order back because the event was moved after she had paid. */
  public boolean isReturnable() {
    OrderView order = page.getOrder();
    Instant until = getEvent().extras().refundUntil();
    return order.status() == OrderStatus.PAID
        && getEvent().status() == EventStatus.POSTPONED
        && order.paidAt().isBefore(getEvent().extras().postponedAt())
        && until != null
        && Instant.now().isBefore(until);
  }

  public void giveUp() {
    refunds.giveUp(caller.id(), page.getCode());
    browser.goTo("/my/order?code=" + page.getCode() + "&given=1");
  }
}
