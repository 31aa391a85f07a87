package fan.encore.gacha;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the chain of one tier says: its rates in the long run, and how long its hits take. */
final class TierOdds {

  private static final double SAME = 1e-14;
  private static final double NOISE = 1e-15;
  private static final double NOBODY = 1e-60;
  private static final int MOST_ROUNDS = 50_000;
  private static final long MOST_DRAWS = 2_000_000;

  private record Wanted(double other, double featured) {}

  private final Pattern pattern;
  private final Walk walk;
  private final double[] rates;
  private final Map<Wanted, Survival> known = new HashMap<>();

  TierOdds(Rules rules, Pattern pattern, int tier) {
    this.pattern = pattern;
    this.walk = new Walk(rules, tier);
    this.rates = pattern.loop().isEmpty() ? once() : settled();
  }

  /** Part of all draws that hit the tier, and not a featured item of it. */
  double others() {
    return rates[Walk.OTHER];
  }

  /** Part of all draws that hit a featured item of the tier. */
  double featured() {
    return rates[Walk.FEATURED];
  }

  private double[] once() {
    double[] sums = new double[3];
    double[] at = {1};
    for (Pattern.Slot slot : pattern.head()) {
      at = move(at, slot, sums);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= pattern.head().size();
    }
    return sums;
  }

  /**
   * The averages over a round of the loop after infinitely many: each time half of the new and half
   * of the old distribution, which has the same limit and cannot swing.
   */
  private double[] settled() {
    double[] at = {1};
    double[] sums = new double[3];
    for (Pattern.Slot slot : pattern.head()) {
      at = move(at, slot, sums);
    }
    double best = Double.MAX_VALUE;
    int sinceBest = 0;
    for (int round = 0; round < MOST_ROUNDS && best > NOISE && sinceBest < 50; round++) {
      sums = new double[3];
      double[] next = at;
      for (Pattern.Slot slot : pattern.loop()) {
        next = move(next, slot, sums);
      }
      double difference = 0;
      for (int i = 0; i < next.length; i++) {
        double old = i < at.length ? at[i] : 0;
        difference += Math.abs(next[i] - old);
        next[i] = (next[i] + old) / 2;
      }
      at = next;
      sinceBest = difference < best ? 0 : sinceBest + 1;
      best = Math.min(best, difference);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= pattern.loop().size();
    }
    return sums;
  }

  private double[] move(double[] from, Pattern.Slot slot, double[] sums) {
    double[] to = new double[Math.max(from.length, walk.size())];
    for (int state = 0; state < from.length; state++) {
      if (from[state] > 0) {
        Walk.Edges edges = walk.edges(slot, state);
        if (walk.size() > to.length) {
          to = Arrays.copyOf(to, walk.size() + 64);
        }
        for (int i = 0; i < edges.to().length; i++) {
          double mass = from[state] * edges.chance()[i];
          to[edges.to()[i]] += mass;
          sums[edges.hit()[i]] += mass;
        }
      }
    }
    return to;
  }

  /**
   * How long it takes until a hit counts.
   *
   * @param other the chance that a hit counts when it is not featured
   * @param featured the chance that a featured hit counts
   */
  Survival until(double other, double featured) {
    Wanted wanted = new Wanted(other, featured);
    return known.computeIfAbsent(wanted, absent -> new Waiting(wanted).survival());
  }

  /** The fans who still wait, by state. */
  private final class Waiting {

    private final double[] counts;
    private final Survival survival = new Survival(pattern);
    private double[] mass = {1};
    private boolean[] alive = {true};
    private double lost;

    Waiting(Wanted wanted) {
      this.counts = new double[] {0, wanted.other(), wanted.featured()};
    }

    Survival survival() {
      survival.add(1);
      double previous = -1;
      double before = 1;
      int round = Math.max(1, pattern.loop().size());
      long warm = pattern.head().size() + walk.memory() + 2L * round;
      double lostInRound = 0;
      for (long draw = 0; draw < MOST_DRAWS; draw++) {
        Pattern.Slot slot = pattern.at(draw);
        if (slot == null) {
          return survival;
        }
        lost = 0;
        step(slot);
        lostInRound += lost;
        survival.add(sum());
        if (!anyAlive()) {
          survival.certain();
          return survival;
        }
        if (draw > warm && survival.last() < NOBODY) {
          survival.tail(round, 1);
          return survival;
        }
        if ((draw + 1 - pattern.head().size()) % round == 0) {
          double part = before == 0 ? 0 : lostInRound / before;
          if (draw > warm && Math.abs(part - previous) <= SAME * part) {
            survival.tail(round, part);
            return survival;
          }
          previous = part;
          before = survival.last();
          lostInRound = 0;
        }
      }
      survival.tail(round, Math.max(previous, Double.MIN_NORMAL));
      return survival;
    }

    private void step(Pattern.Slot slot) {
      double[] to = new double[walk.size() + 64];
      boolean[] reached = new boolean[to.length];
      for (int state = 0; state < alive.length; state++) {
        if (alive[state]) {
          Walk.Edges edges = walk.edges(slot, state);
          if (walk.size() > to.length) {
            to = Arrays.copyOf(to, walk.size() + 64);
            reached = Arrays.copyOf(reached, to.length);
          }
          for (int i = 0; i < edges.to().length; i++) {
            double share = mass[state] * edges.chance()[i];
            double hit = counts[edges.hit()[i]];
            lost += share * hit;
            to[edges.to()[i]] += share * (1 - hit);
            reached[edges.to()[i]] |= hit < 1;
          }
        }
      }
      mass = to;
      alive = reached;
    }

    private double sum() {
      double sum = 0;
      for (double part : mass) {
        sum += part;
      }
      return sum;
    }

    private boolean anyAlive() {
      for (boolean one : alive) {
        if (one) {
          return true;
        }
      }
      return false;
    }
  }
}
