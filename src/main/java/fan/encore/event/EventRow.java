package fan.encore.event;

import fan.encore.shared.Money;
import java.time.Instant;

/**
 * An event in a list.
 *
 * @param language {@code en} or {@code ja}, which the title is written in
 * @param otherTitle the title in the other of the two, or null
 * @param minAge years a guest must have, 0 for everybody
 * @param dateOpen moved, and nobody knows yet to when
 * @param artistName null for an event without an artist on Encore
 * @param zone IANA name of the venue's zone
 * @param pictureKey key of a public stored file, or null
 * @param lowestPrice price of the cheapest type without fee, or null while there is none
 * @param free tickets left over all types
 */
public record EventRow(
    String slug,
    String title,
    String language,
    String otherTitle,
    Attendance attendance,
    int minAge,
    boolean dateOpen,
    EventCategory category,
    EventStatus status,
    String artistName,
    String venueName,
    String city,
    String country,
    String zone,
    Instant startsAt,
    String pictureKey,
    Money lowestPrice,
    long free,
    long sold,
    long capacity) {

  /** True when it once had tickets and has none left. */
  public boolean soldOut() {
    return capacity > 0 && free == 0;
  }

  /** The title in a language, or as it was written where it has none in that. */
  public String titleIn(String wanted) {
    return otherTitle == null || language.equals(wanted) ? title : otherTitle;
  }

  /** True when there is a hall to go to. */
  public boolean inHall() {
    return attendance.hasVenue();
  }
}
