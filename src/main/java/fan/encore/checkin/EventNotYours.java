package fan.encore.checkin;

import fan.encore.shared.BusinessError;

/** There is no such event, or it is another organizer's. */
public class EventNotYours extends BusinessError {
  public EventNotYours() {
    super(Kind.NOT_FOUND, "checkin.event_not_found");
  }
}
