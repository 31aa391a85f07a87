package fan.encore.waitlist;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A fan's place in a waiting list.
 *
 * @param zone the event's
 * @param type name of the ticket type
 * @param priority whether she comes before those without
 * @param ahead how many fans come before her; 0 unless she waits
 * @param reservation code of the reservation that holds the offered tickets, or null
 * @param orderCode code of the order made of it, or null
 * @param offerExpiresAt until when they are held, or null
 */
public record WaitingPlace(
    String code,
    String eventSlug,
    String eventTitle,
    Instant startsAt,
    ZoneId zone,
    String venue,
    String type,
    int quantity,
    boolean priority,
    int ahead,
    PlaceStatus status,
    Instant joinedAt,
    String reservation,
    String orderCode,
    Instant offerExpiresAt) {

  /** Whether she can still leave. */
  public boolean open() {
    return status == PlaceStatus.WAITING || status == PlaceStatus.OFFERED;
  }
}
