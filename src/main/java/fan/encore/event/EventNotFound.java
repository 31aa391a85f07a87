package fan.encore.event;

import fan.encore.shared.BusinessError;

/** No such event, or none that the caller may see. */
public final class EventNotFound extends BusinessError {
  public EventNotFound() {
    super(Kind.NOT_FOUND, "event.not_found");
  }
}
