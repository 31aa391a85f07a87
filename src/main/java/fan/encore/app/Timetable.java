package fan.encore.app;

import fan.encore.gacha.FairnessWatch;
import fan.encore.messaging.OutboxWorkers;
import fan.encore.payment.Payments;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Everything that recurs, one line each. It runs on every node at once: the work itself takes its
 * rows with SKIP LOCKED, so nodes share it and never repeat it. What fails is logged and comes
 * again at its next time.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Timetable {

  private static final Logger LOG = Logger.getLogger(Timetable.class.getName());
  private static final int WATCHED_AT_ONCE = 2000;
  private static final int WATCHES_A_MINUTE = 10;

  @Inject private SystemEntrance system;
  @Inject private OutboxWorkers outbox;
  @Inject private Payments payments;
  @Inject private Nights nights;
  @Inject private Endings endings;
  @Inject private FairnessWatch fairness;
  @Inject private Seconds seconds;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void everySecond() {
    seconds.everySecond().forEach(this::run);
  }

  /** On a second of its own: those who wait are told the truth while others clear up. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void everySecondForQueues() {
    run("waiting rooms", seconds::queues);
  }

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void everyFiveSeconds() {
    run("outbox", outbox::ringLeftBehind);
    run("fulfilment", payments::fulfilDue);
    run("abandoned runs", nights::restartAbandoned);
    seconds.everyFiveSeconds().forEach(this::run);
    endings.everyFiveSeconds().forEach(this::run);
  }

  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  void everyMinute() {
    run("open payments", payments::sweepOpen);
    nights.everyMinute().forEach(this::run);
    run("fairness watch", this::watchDraws);
    endings.everyMinute().forEach(this::run);
  }

  /**
   * Piece by piece towards the end of the log, each piece in a transaction of its own. What a drop
   * leaves behind is read in the quiet after it: fans draw now, evidence may come minutes later.
   */
  private void watchDraws() {
    int read = WATCHED_AT_ONCE;
    for (int piece = 0; piece < WATCHES_A_MINUTE && read == WATCHED_AT_ONCE; piece++) {
      read = fairness.watch(WATCHED_AT_ONCE);
    }
  }

  /** One line that fails must not take the others, or its own next time, with it. */
  private void run(String name, Runnable work) {
    try {
      system.run(work);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The timetable's " + name + " failed and will run again");
    }
  }
}
