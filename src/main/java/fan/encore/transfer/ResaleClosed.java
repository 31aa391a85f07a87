package fan.encore.transfer;

import fan.encore.shared.BusinessError;

/** The organizer does not let fans sell tickets on, or not any more. */
public final class ResaleClosed extends BusinessError {
  public ResaleClosed() {
    super(Kind.CONFLICT, "resale.closed");
  }
}
