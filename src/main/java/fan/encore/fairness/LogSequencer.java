package fan.encore.fairness;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives committed leaves their places in the log and signs checkpoints, for the timetable, on every
 * node: one of them does it, the others find the work taken. Writers never wait for it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LogSequencer {

  private static final Logger LOG = Logger.getLogger(LogSequencer.class.getName());

  /** Steps of one call, so that a large backlog does not keep the timetable's thread for long. */
  private static final int STEPS = 20;

  /**
   * Leaves of the first piece; the next ones are twice as long each. A second of a drop fits into a
   * few small pieces with a pause between them, so that fans who draw meanwhile hardly notice.
   */
  private static final int PIECE = 400;

  private static final long PAUSE_MILLIS = 60;

  @Inject @Any private Instance<BeforeCheckpoint> before;
  @Inject private Announcements announcements;
  @Inject private Sequencing sequencing;

  /** Hears who has something to say, then works until no leaf is waiting. */
  public void sequence() {
    before.forEach(this::hear);
    int piece = PIECE;
    for (int step = 0; step < STEPS && sequencing.step(piece) == piece && pause(); step++) {
      piece = Math.min(2 * piece, Sequencing.MOST);
    }
  }

  /** False when the server wants to end. */
  private static boolean pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void hear(BeforeCheckpoint who) {
    try {
      announcements.hear(who);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> who + " could not be heard by the log and will be again");
    }
  }
}
