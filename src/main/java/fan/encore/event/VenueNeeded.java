package fan.encore.event;

import fan.encore.shared.BusinessError;

/** An event that people go to needs a venue. */
public final class VenueNeeded extends BusinessError {
  public VenueNeeded() {
    super(Kind.INVALID, "events.venue_needed");
  }
}
