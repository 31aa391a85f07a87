package fan.encore.transfer;

import fan.encore.shared.BusinessError;

/** The ticket is on offer to somebody else. */
public final class TicketPromised extends BusinessError {
  public TicketPromised() {
    super(Kind.CONFLICT, "transfer.promised");
  }
}
