package fan.encore.waitlist;

import fan.encore.shared.BusinessError;

/** The ticket type has no waiting list, or it is over. */
public final class NoWaitlist extends BusinessError {
  public NoWaitlist() {
    super(Kind.CONFLICT, "waitlist.none");
  }
}
