package fan.encore.event;

import fan.encore.shared.BusinessError;

/** No series has this code, or none of its dates is public. */
public final class SeriesNotFound extends BusinessError {
  public SeriesNotFound() {
    super(Kind.NOT_FOUND, "events.series_not_found");
  }
}
