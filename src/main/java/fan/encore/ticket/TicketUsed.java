package fan.encore.ticket;

import fan.encore.shared.BusinessError;

/** The ticket let its holder in already, or it is no valid ticket any more. */
public final class TicketUsed extends BusinessError {
  public TicketUsed() {
    super(Kind.CONFLICT, "ticket.used");
  }
}
