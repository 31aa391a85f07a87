package fan.encore.event;

import fan.encore.shared.BusinessError;

/** The event, or this ticket type, is not sold now: not published, too early, too late or over. */
public final class NotOnSale extends BusinessError {
  public NotOnSale() {
    super(Kind.CONFLICT, "event.not_on_sale");
  }
}
