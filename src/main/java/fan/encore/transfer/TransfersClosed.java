package fan.encore.transfer;

import fan.encore.shared.BusinessError;

/** The organizer does not allow it, or not any more. */
public final class TransfersClosed extends BusinessError {
  public TransfersClosed() {
    super(Kind.CONFLICT, "transfer.closed");
  }
}
