package fan.encore.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many people this node serves at this moment, so that work which nobody waits for steps aside
 * while they are many: a ticket is printed a minute later, and the sale goes on.
 */
@ApplicationScoped
public class Rush {

  /** From so many requests at once on they wait for processors. */
  private static final int MANY = 4 * Runtime.getRuntime().availableProcessors();

  /** In a rush a worker rests so many times as long as its last piece of work took. */
  private static final int REST = 20;

  private static final long LONGEST_MILLIS = 1_000;

  private final AtomicInteger served = new AtomicInteger();

  /** Somebody came. */
  public void enter() {
    served.incrementAndGet();
  }

  /** Somebody was served. */
  public void leave() {
    served.decrementAndGet();
  }

  /**
   * Rests after a piece of work if there is a rush; otherwise returns at once.
   *
   * @param worked how long the piece of work took
   * @throws InterruptedException if the server wants to end
   */
  void stepAside(Duration worked) throws InterruptedException {
    if (served.get() >= MANY) {
      Thread.sleep(Math.min(REST * worked.toMillis(), LONGEST_MILLIS));
    }
  }
}
