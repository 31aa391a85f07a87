package fan.encore.waitlist;

import fan.encore.shared.BusinessError;

/** The event has no artist whose medals could count. */
public final class NoMedalsHere extends BusinessError {
  public NoMedalsHere() {
    super(Kind.INVALID, "waitlist.no_medals");
  }
}
