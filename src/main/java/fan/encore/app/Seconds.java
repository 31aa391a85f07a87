package fan.encore.app;

import fan.encore.fairness.LogSequencer;
import fan.encore.order.Reservations;
import fan.encore.waitingroom.RoomClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** What cannot wait longer than a second; the timetable's lines for it, by name. */
@ApplicationScoped
class Seconds {

  private static final int EXPIRED_AT_ONCE = 500;

  @Inject private Reservations reservations;
  @Inject private LogSequencer log;
  @Inject private RoomClock rooms;

  /** What to do every second. */
  Map<String, Runnable> everySecond() {
    Map<String, Runnable> lines = new LinkedHashMap<>();
    lines.put("expired reservations", () -> reservations.expireDue(EXPIRED_AT_ONCE));
    lines.put("fairness log", log::sequence);
    return lines;
  }

  /** The second of those who wait, apart from the others. */
  void queues() {
    rooms.tick();
  }
}
