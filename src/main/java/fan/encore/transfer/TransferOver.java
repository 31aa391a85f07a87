package fan.encore.transfer;

import fan.encore.shared.BusinessError;

/** The transfer was taken, taken back or declined, or its time is over. */
public final class TransferOver extends BusinessError {
  public TransferOver() {
    super(Kind.CONFLICT, "transfer.over");
  }
}
