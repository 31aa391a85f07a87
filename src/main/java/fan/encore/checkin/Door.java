package fan.encore.checkin;

import java.time.Instant;
import java.util.List;

/**
 * An event as its door sees it now.
 *
 * @param event its slug
 * @param zone its time zone (IANA)
 * @param admitted how many were let in
 * @param expected how many valid tickets there are, used or not
 * @param scans the newest scans first, at most 20
 */
public record Door(
    String event,
    String title,
    Instant startsAt,
    String zone,
    String venue,
    long admitted,
    long expected,
    List<DoorScan> scans) {

  /**
   * A scan of the past.
   *
   * @param ticket code of the ticket, or null when unknown or for another event
   * @param holder name of the holder, or null
   * @param type name of the ticket type, or null
   */
  public record DoorScan(
      Instant at, String gate, Outcome outcome, String ticket, String holder, String type) {}
}
