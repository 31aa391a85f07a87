package fan.encore.fairness;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Chooses one of several in proportion to whole-number weights, in constant time: {@code
 * encore-alias/1}, as the specification page writes it down. Vose's alias method in integers alone,
 * so the chances are exactly the weights, to the last digit. Immutable.
 */
public final class AliasTable {

  /** Name of these rules. */
  public static final String VERSION = "encore-alias/1";

  private final long total;
  private final long[] threshold;
  private final int[] alias;

  /**
   * @param weights at least one, all positive; their sum is at most {@link Luck#MOST}, and sum
   *     times number fits into a long
   * @throws IllegalArgumentException if there is none, or one is not positive
   * @throws ArithmeticException if they are too large
   */
  public AliasTable(long... weights) {
    if (weights.length == 0) {
      throw new IllegalArgumentException("A choice needs something to choose from");
    }
    total = sum(weights);
    Math.multiplyExact(total, (long) weights.length);
    threshold = new long[weights.length];
    alias = new int[weights.length];
    fill(weights);
  }

  private static long sum(long[] weights) {
    long sum = 0;
    for (long weight : weights) {
      if (weight < 1) {
        throw new IllegalArgumentException("A weight must be positive, not " + weight);
      }
      sum = Math.addExact(sum, weight);
    }
    if (sum > Luck.MOST) {
      throw new ArithmeticException("Weights make more than 2^62: " + sum);
    }
    return sum;
  }

  private void fill(long[] weights) {
    long[] scaled = new long[weights.length];
    Queue<Integer> small = new ArrayDeque<>();
    Queue<Integer> large = new ArrayDeque<>();
    for (int i = 0; i < weights.length; i++) {
      scaled[i] = weights[i] * weights.length;
      threshold[i] = total;
      alias[i] = i;
      (scaled[i] < total ? small : large).add(i);
    }
    while (!small.isEmpty() && !large.isEmpty()) {
      int poor = small.remove();
      int rich = large.element();
      threshold[poor] = scaled[poor];
      alias[poor] = rich;
      scaled[rich] -= total - scaled[poor];
      if (scaled[rich] < total) {
        small.add(large.remove());
      }
    }
  }

  /** Index of what is chosen: two choices of luck, or none if there is but one to choose from. */
  public int pick(Luck luck) {
    if (threshold.length == 1) {
      return 0;
    }
    int column = (int) luck.below(threshold.length);
    return luck.below(total) < threshold[column] ? column : alias[column];
  }

  public int size() {
    return threshold.length;
  }

  /** Sum of the weights. */
  public long total() {
    return total;
  }

  /** How many of {@link #total()} keep the column's own index. */
  public long threshold(int column) {
    return threshold[column];
  }

  /** The index that the rest of the column goes to. */
  public int alias(int column) {
    return alias[column];
  }
}
