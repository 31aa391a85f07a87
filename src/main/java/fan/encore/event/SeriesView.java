package fan.encore.event;

import java.util.List;

/**
 * A series with its dates.
 *
 * @param dates the next one first
 */
public record SeriesView(String code, String title, List<EventRow> dates) {

  public SeriesView {
    dates = List.copyOf(dates);
  }
}
