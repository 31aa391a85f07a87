package fan.encore.event;

import fan.encore.shared.BusinessError;

/** No venue has this code. */
public final class VenueNotFound extends BusinessError {
  public VenueNotFound() {
    super(Kind.INVALID, "event.venue_not_found");
  }
}
