package fan.encore.messaging;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells listeners on any node that a queue has rows. Asking only sets a flag; one thread of this
 * node ({@link BellRinger}) talks to the broker, so that a broker that is down or slow holds up
 * nobody.
 */
@ApplicationScoped
public class Doorbell {

  private static final Logger LOG = Logger.getLogger(Doorbell.class.getName());
  private static final long TIME_TO_LIVE_MILLIS = 5_000;
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int FAILURES_UNTIL_SILENT = 3;

  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Semaphore calls = new Semaphore(0);
  private volatile int failures;
  private volatile long ringingSince;

  @Resource(lookup = "jms/encore")
  private ConnectionFactory broker;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  /** Rings once the running transaction has committed; at once when there is none. */
  public void ringAfterCommit(String queue) {
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
      ring(queue);
      return;
    }
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // the rows are written already
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              ring(queue);
            }
          }
        });
  }

  /** Asks for a ring and returns at once; many asks within 50 ms are one ring. */
  public void ring(String queue) {
    asked.add(queue);
    calls.release();
  }

  /** Whether rings do not reach the broker: three in a row failed, or one hangs. */
  public boolean silent() {
    long since = ringingSince;
    return failures >= FAILURES_UNTIL_SILENT
        || (since != 0 && System.nanoTime() - since > STUCK_NANOS);
  }

  /** Waits for asks, at most a second, and rings the queues asked for. For the one thread only. */
  public void answer() throws InterruptedException {
    if (!calls.tryAcquire(1, TimeUnit.SECONDS)) {
      return;
    }
    calls.drainPermits();
    Set<String> queues = new TreeSet<>(asked);
    asked.removeAll(queues);
    ringingSince = System.nanoTime() | 1;
    try (JMSContext context = broker.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      for (String queue : queues) {
        context
            .createProducer()
            .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
            .setTimeToLive(TIME_TO_LIVE_MILLIS)
            .send(context.createQueue(queue), "");
      }
      heard();
    } catch (JMSRuntimeException e) {
      unheard(e);
    } finally {
      ringingSince = 0;
    }
  }

  private void heard() {
    if (failures >= FAILURES_UNTIL_SILENT) {
      LOG.info("The broker answers again");
    }
    failures = 0;
  }

  private void unheard(JMSRuntimeException e) {
    failures++;
    if (failures == FAILURES_UNTIL_SILENT) {
      LOG.log(Level.WARNING, "The broker does not answer; messages leave without it, later", e);
    }
  }
}
