package fan.encore.messaging;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** Takes rows off the outbox and does their work, whoever asks: a listener or the timetable. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxWorkers {

  private static final Logger LOG = Logger.getLogger(OutboxWorkers.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Queues that a thread of the timetable drains right now on this node. */
  private static final Set<String> DRAINED_HERE = ConcurrentHashMap.newKeySet();

  @Resource private SessionContext context;
  @Resource private ManagedExecutorService threads;
  @Inject private Claims claims;
  @Inject private Doorbell doorbell;
  @Inject private Readiness readiness;
  @Inject private SentCounter counter;
  @Inject private Rush rush;
  @Inject private Clock clock;
  @Inject @Any private Instance<OutboxWork> works;

  /**
   * Does the work of every due row of the queue. Many threads on many nodes may drain one queue;
   * each row is claimed by one of them.
   */
  public void drain(String queue) {
    Optional<OutboxWork> work =
        works.stream().filter(candidate -> candidate.queue().equals(queue)).findFirst();
    if (work.isEmpty() || !readiness.isReady()) {
      return;
    }
    Optional<OutboxRow> row = claims.claim(queue);
    while (row.isPresent() && performed(work.get(), row.get())) {
      row = claims.claim(queue);
    }
    work.get().rest();
  }

  /** False when the server wants to end. */
  private boolean performed(OutboxWork work, OutboxRow row) {
    long begun = System.nanoTime();
    perform(work, row);
    try {
      rush.stepAside(Duration.ofNanos(System.nanoTime() - begun));
      return !Thread.currentThread().isInterrupted();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * For the timetable, every 5 s: returns rows of vanished workers and rings for rows that are due.
   * While the bell does not reach the broker, and for rows that nobody came for in 15 s, a thread
   * of this node does the work itself.
   */
  public void ringLeftBehind() {
    if (!readiness.isReady()) {
      return;
    }
    int abandoned = claims.returnAbandoned();
    if (abandoned > 0) {
      LOG.warning(() -> abandoned + " messages were left by workers that vanished");
    }
    Instant latest = clock.instant().minus(PATIENCE);
    Map<String, Instant> due = claims.dueSince();
    due.forEach(
        (queue, since) -> {
          doorbell.ring(queue);
          if (doorbell.silent() || since.isBefore(latest)) {
            drainHere(queue);
          }
        });
  }

  private void drainHere(String queue) {
    if (DRAINED_HERE.add(queue)) {
      OutboxWorkers self = context.getBusinessObject(OutboxWorkers.class);
      threads.execute(
          () -> {
            try {
              self.drain(queue);
            } finally {
              DRAINED_HERE.remove(queue);
            }
          });
    }
  }

  private void perform(OutboxWork work, OutboxRow row) {
    try {
      work.perform(row);
    } catch (NotDeliverable e) {
      claims.dead(row, Masks.problem(e));
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      claims.failed(row, "The server was stopped");
      return;
    } catch (Exception e) {
      String problem = Masks.problem(e);
      claims.failed(row, problem);
      LOG.warning(
          () ->
              "Message %d (%s), attempt %d: %s"
                  .formatted(row.id(), row.kind(), row.attempt(), problem));
      return;
    }
    if (claims.sent(row)) {
      counter.sent(row.queue());
    }
  }
}
