package fan.encore.payment;

import java.time.Duration;

/** How long to wait after a failed attempt: 5 s, doubled each time, at most 10 minutes. */
final class Backoff {

  /** After so many failed attempts a person must look: some two hours. */
  static final int LAST_ATTEMPT = 18;

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private Backoff() {}

  /**
   * @param attempts how many have failed, from 1
   */
  static Duration after(int attempts) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, 16));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
