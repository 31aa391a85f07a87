package fan.encore.waitingroom;

import java.time.Instant;

/**
 * A room as its organizer and everybody else sees it, without secrets.
 *
 * @param entrants who came before the draw
 * @param placed how many have a place
 * @param called how many have been called
 * @param inside called ones whose admission is neither used nor over
 * @param perMinute how many the controller wants to call now
 * @param flowPerMinute how many were called lately
 * @param p95Micros of holds lately, 0 when there were none
 */
public record RoomFigures(
    long eventId,
    String slug,
    String title,
    String zone,
    RoomStatus status,
    Instant opensAt,
    Instant drawAt,
    boolean paused,
    int leastPerMinute,
    int mostPerMinute,
    int admissionMinutes,
    int entrants,
    int placed,
    int called,
    int inside,
    int perMinute,
    int flowPerMinute,
    long p95Micros) {

  /** Who has a place and has not been called. */
  public int waiting() {
    return status == RoomStatus.RUNNING ? placed - called : entrants;
  }
}
