package fan.encore.fairness;

/** Where a choice comes from: integers on which every value is equally likely. */
@FunctionalInterface
public interface Luck {

  /** The largest bound that may be asked for. */
  long MOST = 1L << 62;

  /**
   * An integer from 0 to {@code n - 1}.
   *
   * @param n 1 to {@link #MOST}
   * @throws IllegalArgumentException if the bound is outside of that
   */
  long below(long n);
}
