package fan.encore.event;

import fan.encore.shared.BusinessError;

/** The event is a date of a series already. */
public final class AlreadyInSeries extends BusinessError {
  public AlreadyInSeries() {
    super(Kind.CONFLICT, "events.already_in_series");
  }
}
