package fan.encore.waitingroom;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The second of every waiting room, for the timetable, on every node: one of them steps a room, all
 * of them tell how quick their holds are and read their copy anew.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RoomClock {

  private static final Logger LOG = Logger.getLogger(RoomClock.class.getName());

  @Inject private Sql sql;
  @Inject private RoomSteps steps;
  @Inject private HoldPulse pulse;
  @Inject private Board board;
  @Inject private Clock clock;

  public void tick() {
    List<Long> rooms =
        sql.list(
            "select event_id from encore.waiting_room where status <> 'CLOSED' and opens_at <= ?"
                + " order by event_id",
            row -> row.getLong(1),
            clock.instant());
    if (!rooms.isEmpty()) {
      pulse.tell(clock.instant());
    }
    rooms.forEach(this::step);
    board.refresh();
  }

  private void step(long eventId) {
    try {
      steps.step(eventId);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The waiting room of event " + eventId + " stands still");
    }
  }
}
