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

  @Inject @Any private Instance<BeforeCheckpoint> before;
  @Inject private Announcements announcements;
  @Inject private Sequencing sequencing;

  /** Hears who has something to say, then works until no leaf is waiting. */
  public void sequence() {
    before.forEach(this::hear);
    int placed = Sequencing.MOST;
    for (int step = 0; step < STEPS && placed == Sequencing.MOST; step++) {
      placed = sequencing.step();
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
