package fan.encore.analytics;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Figures that are read again when they are old, by one reader while all others see the old ones.
 * What takes long to read is read less often, so that looking at figures never costs more than a
 * small share of one connection, however many look.
 */
final class Remembered<T> {

  private static final long LEAST = Duration.ofMillis(1_500).toNanos();
  private static final int REST = 20;

  private final ReentrantLock reading = new ReentrantLock();
  private volatile T figures;
  private volatile long until;

  /** The figures, at most 1.5 seconds old or 20 times as old as reading them took. */
  T get(Supplier<T> read) {
    T known = figures;
    if (known != null && (System.nanoTime() - until < 0 || reading.isLocked())) {
      return known;
    }
    reading.lock();
    try {
      if (figures == null || System.nanoTime() - until >= 0) {
        long begun = System.nanoTime();
        figures = read.get();
        long now = System.nanoTime();
        until = now + Math.max(LEAST, REST * (now - begun));
      }
      return figures;
    } finally {
      reading.unlock();
    }
  }
}
