package fan.encore.event;

import java.time.LocalDate;

/**
 * What a fan looks for; every part may be null and then does not narrow the search.
 *
 * @param text words that all appear in title, description, artist, venue or city
 * @param city exact name of a city
 * @param from first day, in the zone of each event
 * @param to last day, in the zone of each event
 * @param page page number from 0
 * @param size events per page, 1 to 100
 */
public record EventSearch(
    String text,
    String city,
    EventCategory category,
    LocalDate from,
    LocalDate to,
    int page,
    int size) {
  public EventSearch {
    page = Math.max(0, page);
    size = Math.min(100, Math.max(1, size));
  }
}
