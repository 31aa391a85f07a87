package fan.encore.event;

import java.time.LocalDate;

/**
 * What a fan looks for; every part may be null and then does not narrow the search.
 *
 * @param text words that all appear in title, description, artist, venue or city; of Latin words
 *     the beginning is enough
 * @param city exact name of a city
 * @param artist code of an artist
 * @param from first day, in the zone of each event
 * @param to last day, in the zone of each event
 * @param currency ISO 4217 code of the prices
 * @param mostMinor price that a ticket may cost at most, in minor units of the event's currency; 0
 *     finds free events
 * @param attendance {@code ONLINE} finds what can be followed by a link, {@code VENUE} what has a
 *     hall, {@code HYBRID} what has both
 * @param age years of the youngest guest; finds what lets her in
 * @param page page number from 0
 * @param size events per page, 1 to 100
 */
public record EventSearch(
    String text,
    String city,
    EventCategory category,
    String artist,
    LocalDate from,
    LocalDate to,
    String currency,
    Long mostMinor,
    Attendance attendance,
    Integer age,
    int page,
    int size) {

  public EventSearch {
    text = Wording.blankAsNull(text);
    city = Wording.blankAsNull(city);
    artist = Wording.blankAsNull(artist);
    currency = Wording.blankAsNull(currency);
    page = Math.max(0, page);
    size = Math.min(100, Math.max(1, size));
  }

  /** Everything that is ahead. */
  public static EventSearch all(int size) {
    return words(null, size);
  }

  /** What these words find. */
  public static EventSearch words(String text, int size) {
    return new EventSearch(text, null, null, null, null, null, null, null, null, null, 0, size);
  }
}
