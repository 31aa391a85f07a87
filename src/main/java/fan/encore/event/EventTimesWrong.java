package fan.encore.event;

import fan.encore.shared.BusinessError;

/** The event ends before it starts, or its doors open after the start. */
public final class EventTimesWrong extends BusinessError {
  public EventTimesWrong() {
    super(Kind.INVALID, "event.times_wrong");
  }
}
