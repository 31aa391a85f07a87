package fan.encore.event;

import fan.encore.shared.BusinessError;

/** The rule makes no date, or more than a series may have. */
public final class SeriesWrong extends BusinessError {
  public SeriesWrong() {
    super(Kind.INVALID, "events.series_wrong");
  }
}
