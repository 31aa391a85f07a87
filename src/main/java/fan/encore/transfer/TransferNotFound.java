package fan.encore.transfer;

import fan.encore.shared.BusinessError;

/** There is no such transfer, or it is none of the caller's, or its link was tampered with. */
public final class TransferNotFound extends BusinessError {
  public TransferNotFound() {
    super(Kind.NOT_FOUND, "transfer.not_found");
  }
}
