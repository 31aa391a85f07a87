package fan.encore.waitlist;

import fan.encore.shared.BusinessError;

/** The fan has no such place in a waiting list, or not any more. */
public final class NotWaiting extends BusinessError {
  public NotWaiting() {
    super(Kind.NOT_FOUND, "waitlist.not_waiting");
  }
}
