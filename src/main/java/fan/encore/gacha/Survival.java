package fan.encore.gacha;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The chance to be still without something after n draws, for all n: exact values as far as they
 * differ in kind, and from there on a geometric tail, cycle by cycle of the pattern.
 */
final class Survival {

  private static final int MOST_POINTS = 120;

  private final Pattern pattern;
  private double[] still = new double[64];
  private int known;
  private int cycle = 1;
  private double loss;
  private long worst = -1;

  Survival(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Another one that can be capped. */
  Survival copy() {
    Survival copy = new Survival(pattern);
    copy.still = still.clone();
    copy.known = known;
    copy.cycle = cycle;
    copy.loss = loss;
    copy.worst = worst;
    return copy;
  }

  /** Adds the chance to be without it after one more draw; the first is that after none. */
  void add(double chance) {
    if (known == still.length) {
      still = Arrays.copyOf(still, 2 * known);
    }
    still[known++] = chance;
  }

  double last() {
    return still[known - 1];
  }

  /** From here on each cycle of so many draws loses the same part of what is left. */
  void tail(int draws, double lost) {
    cycle = draws;
    loss = lost;
  }

  /** From here on everybody has it. */
  void certain() {
    worst = known - 1L;
    still[known - 1] = 0;
  }

  /** The same for somebody who can take it for certain after so many draws. */
  void capped(long draws) {
    if (worst >= 0 && worst <= draws) {
      return;
    }
    double[] capped = new double[(int) draws + 1];
    for (int n = 0; n < draws; n++) {
      capped[n] = at(n);
    }
    still = capped;
    known = capped.length;
    loss = 0;
    worst = draws;
  }

  /** The chance to be without it after so many draws. */
  double at(long draws) {
    if (draws < known) {
      return still[(int) draws];
    }
    if (worst >= 0) {
      return 0;
    }
    if (loss == 0) {
      return last();
    }
    long beyond = draws - known + 1;
    long cycles = (beyond + cycle - 1) / cycle;
    return still[(int) (draws - cycles * cycle)] * Math.pow(1 - loss, cycles);
  }

  private boolean ends() {
    return worst >= 0 || loss > 0;
  }

  private OptionalDouble mean(boolean costs) {
    if (!ends()) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int n = 0; n < known; n++) {
      sum += still[n] * weight(n, costs);
    }
    if (loss > 0) {
      double round = 0;
      for (int n = known - cycle; n < known; n++) {
        round += still[n] * weight(n, costs);
      }
      sum += round * (1 - loss) / loss;
    }
    return OptionalDouble.of(sum);
  }

  /** What draw n + 1 costs, or that it is one. */
  private double weight(long n, boolean costs) {
    return costs ? pattern.cost(n + 1) - pattern.cost(n) : 1;
  }

  private OptionalLong quantile(double part) {
    double left = 1 - part;
    if (!ends() && last() > left) {
      return OptionalLong.empty();
    }
    long low = 0;
    long high = 1;
    while (at(high) > left) {
      low = high;
      high *= 2;
    }
    while (low + 1 < high) {
      long middle = (low + high) / 2;
      if (at(middle) > left) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalLong.of(at(0) <= left ? 0 : high);
  }

  Until until() {
    OptionalLong median = quantile(0.5);
    OptionalLong p95 = quantile(0.95);
    OptionalLong p99 = quantile(0.99);
    OptionalLong certain = worst < 0 ? OptionalLong.empty() : OptionalLong.of(worst);
    return new Until(
        mean(false),
        median,
        p95,
        p99,
        certain,
        mean(true),
        cost(median),
        cost(p95),
        cost(p99),
        cost(certain),
        curve(certain.orElse(p99.orElse(known - 1L))));
  }

  private OptionalLong cost(OptionalLong draws) {
    return draws.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(pattern.cost(draws.getAsLong()));
  }

  private List<Until.Point> curve(long end) {
    List<Until.Point> points = new ArrayList<>();
    long step = Math.max(1, (end + MOST_POINTS - 1) / MOST_POINTS);
    for (long n = 0; n < end; n += step) {
      points.add(new Until.Point(n, 1 - at(n)));
    }
    points.add(new Until.Point(end, 1 - at(end)));
    return points;
  }
}
