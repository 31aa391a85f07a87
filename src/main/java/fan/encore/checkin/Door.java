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
 * @param lists the check-in lists with their counts
 * @param doubles entries that need a look, the newest first, at most 50
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
    List<CheckInList> lists,
    List<DoubleEntry> doubles,
    List<DoorScan> scans) {

  /**
   * A scan of the past.
   *
   * @param scan its number, for an undo
   * @param list code of the check-in list
   * @param device name of the device, or null
   * @param ticket code of the ticket, or null when unknown or for another event
   * @param holder name of the holder, or null
   * @param type name of the ticket type, or null
   * @param undoable whether it may be taken back
   */
  public record DoorScan(
      long scan,
      Instant at,
      String gate,
      Outcome outcome,
      Direction direction,
      String list,
      String device,
      String ticket,
      String holder,
      String type,
      boolean undoable) {}

  /**
   * Somebody was let in who should not have been: with a ticket that was in already or used up, or
   * by a gate without a network that did not know better. The earliest entry counts, ties are
   * broken by device and nonce, so every gate and everybody who looks finds the same one.
   *
   * @param scan number of the entry that does not count
   * @param outcome DOUBLE, or why the ticket was not valid
   * @param keptAt DOUBLE: when the entry before it was made, else null
   * @param keptGate DOUBLE: where, else null
   */
  public record DoubleEntry(
      long scan,
      Outcome outcome,
      Instant at,
      String gate,
      String list,
      String ticket,
      String holder,
      Instant keptAt,
      String keptGate) {}
}
