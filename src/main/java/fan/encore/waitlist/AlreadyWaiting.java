package fan.encore.waitlist;

import fan.encore.shared.BusinessError;

/** The fan waits for this ticket type already, or has an offer. */
public final class AlreadyWaiting extends BusinessError {
  public AlreadyWaiting() {
    super(Kind.CONFLICT, "waitlist.already");
  }
}
