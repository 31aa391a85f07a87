package fan.encore.waitlist;

import fan.encore.shared.BusinessError;

/** There is nothing to wait for: tickets are on sale. */
public final class TicketsFree extends BusinessError {
  public TicketsFree() {
    super(Kind.CONFLICT, "waitlist.tickets_free");
  }
}
