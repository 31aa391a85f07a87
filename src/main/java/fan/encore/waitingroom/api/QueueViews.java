package fan.encore.waitingroom.api;

import fan.encore.waitingroom.RoomFigures;
import fan.encore.waitingroom.RoomStatus;
import fan.encore.waitingroom.Standing;
import java.time.Instant;

/** What programs see of a waiting room. */
public final class QueueViews {

  private QueueViews() {}

  /**
   * The token to send as {@code admission} with a reservation.
   *
   * @param until first moment at which it admits no more
   */
  public record Admitted(String token, Instant until) {}

  /**
   * Where the caller stands.
   *
   * @param code how she is called in the list of entrants
   * @param place null while there is no order
   * @param poll address that tells the place from memory, for whoever waits
   * @param admission null unless she is called and has not used it
   * @param missed whether the time of the admission has passed: enter again, at the end
   * @param usedBy the reservation that used the admission, or null
   */
  public record Mine(
      String code, Integer place, String poll, Admitted admission, boolean missed, String usedBy) {

    static Mine of(Standing standing, Instant now) {
      boolean missed = standing.missed(now);
      return new Mine(
          standing.code(),
          standing.place(),
          "/queue/poll?slip=" + standing.slip(),
          standing.admission() == null || missed
              ? null
              : new Admitted(standing.admission().token(), standing.admission().until()),
          missed,
          standing.usedBy());
    }
  }

  /**
   * A queue.
   *
   * @param waiting fans without an admission
   * @param perMinute how many were called per minute lately
   * @param mine null for strangers and who has not entered
   */
  public record Seen(
      String event,
      RoomStatus status,
      Instant opensAt,
      Instant drawAt,
      boolean paused,
      int waiting,
      int called,
      int perMinute,
      Mine mine) {

    static Seen of(RoomFigures room, Mine mine) {
      return new Seen(
          room.slug(),
          room.status(),
          room.opensAt(),
          room.drawAt(),
          room.paused(),
          room.waiting(),
          room.called(),
          room.flowPerMinute(),
          mine);
    }
  }
}
