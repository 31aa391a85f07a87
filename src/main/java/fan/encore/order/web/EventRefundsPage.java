package fan.encore.order.web;

import fan.encore.order.EventRefunds;
import fan.encore.order.RefundProgress;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How far paying back and telling are, on the studio's page of an event. */
@Named
@RequestScoped
public class EventRefundsPage {

  @Inject private EventRefunds refunds;
  @Inject private Caller caller;

  private RefundProgress progress;

  public RefundProgress of(String slug) {
    if (progress == null) {
      progress = refunds.progress(caller.id(), slug);
    }
    return progress;
  }
}
