package fan.encore.transfer;

import fan.encore.shared.BusinessError;

/** The ticket was used or cancelled, so that it stays where it is. */
public final class TicketSpent extends BusinessError {
  public TicketSpent() {
    super(Kind.CONFLICT, "transfer.spent");
  }
}
