package fan.encore.waitingroom;

/**
 * Steers how many fans per minute are called: a little more while holds are quick, a lot less when
 * they are not, as networks do it (additive increase, multiplicative decrease). Plain arithmetic.
 */
final class Outflow {

  /** 95 of 100 holds should take less than this, in microseconds. */
  static final long GOOD_MICROS = 250_000;

  private static final long BAD_MICROS = 4 * GOOD_MICROS;

  private Outflow() {}

  /**
   * Fans per minute for the next second.
   *
   * @param now what it is
   * @param p95Micros of the slowest node's holds of the last seconds; 0 when nobody held anything
   */
  static float next(float now, long p95Micros, int least, int most) {
    float wanted;
    if (p95Micros > BAD_MICROS) {
      wanted = now / 2;
    } else if (p95Micros > GOOD_MICROS) {
      wanted = now * 0.85f;
    } else {
      wanted = now + Math.max(1f, (most - least) / 60f);
    }
    return Math.min(most, Math.max(least, wanted));
  }

  /** What was called per minute, as an average that forgets in about 20 seconds. */
  static float flow(float before, int called, double seconds) {
    if (seconds <= 0) {
      return before;
    }
    double weight = 1 - Math.exp(-seconds / 20);
    return (float) (before + (called * 60 / seconds - before) * weight);
  }
}
