package fan.encore.event;

import fan.encore.shared.BusinessError;

/** Only an event that is published, and neither over nor cancelled, can be moved. */
public final class NotPostponable extends BusinessError {
  public NotPostponable() {
    super(Kind.CONFLICT, "events.not_postponable");
  }
}
