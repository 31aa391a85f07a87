package fan.encore.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Does one thing again and again on a fixed number of connections for a fixed time. */
final class Load {

  private Load() {}

  /** One worker with a connection of its own. */
  interface Worker extends AutoCloseable {

    /** Does the thing once; an exception counts as a failure and the work goes on. */
    void once() throws Exception;

    @Override
    default void close() throws IOException, SQLException {}
  }

  /** Makes the workers. */
  @FunctionalInterface
  interface Staff {

    /**
     * @param number 0 to connections - 1
     */
    Worker hire(int number) throws Exception;
  }

  /**
   * What came of it.
   *
   * @param perSecond successes
   * @param failures in all
   * @param firstFailure the first one's message, or null
   * @param medianMs time of one success
   * @param p99Ms 99 of 100 took at most this
   */
  record Rate(
      double perSecond, long failures, String firstFailure, double medianMs, double p99Ms) {}

  private static final class Tally {
    private long[] nanos = new long[4096];
    private int done;
    private long failed;

    private void add(long time) {
      if (done == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * done);
      }
      nanos[done++] = time;
    }
  }

  static Rate run(int connections, Duration time, Staff staff) throws Exception {
    Tally[] tallies = new Tally[connections];
    Thread[] threads = new Thread[connections];
    CountDownLatch start = new CountDownLatch(1);
    AtomicReference<String> failure = new AtomicReference<>();
    for (int i = 0; i < connections; i++) {
      Tally tally = new Tally();
      tallies[i] = tally;
      Worker worker = staff.hire(i);
      threads[i] = new Thread(() -> work(worker, tally, time, start, failure), "load-" + i);
      threads[i].start();
    }
    long begin = System.nanoTime();
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    return rate(tallies, System.nanoTime() - begin, failure.get());
  }

  private static void work(
      Worker worker,
      Tally tally,
      Duration time,
      CountDownLatch start,
      AtomicReference<String> failure) {
    try (worker) {
      start.await();
      long now = System.nanoTime();
      long end = now + time.toNanos();
      while (now < end) {
        boolean good = once(worker, failure);
        long then = System.nanoTime();
        if (good) {
          tally.add(then - now);
        } else {
          tally.failed++;
        }
        now = then;
      }
    } catch (Exception e) {
      failure.compareAndSet(null, e.toString());
      tally.failed++;
    }
  }

  private static boolean once(Worker worker, AtomicReference<String> failure) {
    try {
      worker.once();
      return true;
    } catch (Exception e) {
      failure.compareAndSet(null, e.toString());
      return false;
    }
  }

  private static Rate rate(Tally[] tallies, long nanos, String failure) {
    long[] all =
        Arrays.stream(tallies)
            .flatMapToLong(tally -> Arrays.stream(tally.nanos, 0, tally.done))
            .sorted()
            .toArray();
    long failed = Arrays.stream(tallies).mapToLong(tally -> tally.failed).sum();
    if (all.length == 0) {
      return new Rate(0, failed, failure, 0, 0);
    }
    double median = all[all.length / 2] / 1e6;
    double p99 = all[(int) (all.length * 0.99)] / 1e6;
    return new Rate(all.length / (nanos / 1e9), failed, failure, median, p99);
  }
}
