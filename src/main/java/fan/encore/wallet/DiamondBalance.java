package fan.encore.wallet;

/**
 * A fan's diamonds, those bought and those given kept apart.
 *
 * @param paid bought diamonds
 * @param free given diamonds; spent first
 */
public record DiamondBalance(long paid, long free) {
  public long total() {
    return Math.addExact(paid, free);
  }
}
