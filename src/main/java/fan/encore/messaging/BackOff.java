package fan.encore.messaging;

import java.time.Duration;
import java.util.List;

/** How long a failed message waits before it is tried again. */
final class BackOff {

  /** Attempts that a message has, in all; the table's default says the same. */
  static final int TRIES = 8;

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6));

  private BackOff() {}

  /**
   * @param triesLeft attempts that may follow the failed one, 1 to 7
   */
  static Duration wait(int triesLeft) {
    int failed = TRIES - triesLeft;
    return WAITS.get(Math.min(Math.max(failed, 1), WAITS.size()) - 1);
  }
}
