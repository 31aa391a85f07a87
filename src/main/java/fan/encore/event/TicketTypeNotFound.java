package fan.encore.event;

import fan.encore.shared.BusinessError;

/** The event has no ticket type with this code. */
public final class TicketTypeNotFound extends BusinessError {
  public TicketTypeNotFound() {
    super(Kind.NOT_FOUND, "event.ticket_type_not_found");
  }
}
