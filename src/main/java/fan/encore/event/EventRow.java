package fan.encore.event;

import fan.encore.shared.Money;
import java.time.Instant;

/**
 * An event in a list.
 *
 * @param artistName null for an event without an artist on Encore
 * @param zone IANA name of the venue's zone
 * @param pictureKey key of a public stored file, or null
 * @param lowestPrice price of the cheapest type without fee, or null while there is none
 * @param free tickets left over all types
 */
public record EventRow(
    String slug,
    String title,
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
}
