package fan.encore.ticket;

import fan.encore.shared.BusinessError;

/** There is no such ticket, it is somebody else's, or it is cancelled. */
public class TicketNotFound extends BusinessError {
  public TicketNotFound() {
    super(Kind.NOT_FOUND, "ticket.not_found");
  }
}
