package fan.encore.gacha;

import fan.encore.fairness.AliasTable;
import fan.encore.fairness.Luck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The alias tables of a banner, each built once: those of chances when they first come up. */
final class Tables {

  /** Tiers by weight; those of weight 0 are not in it. */
  static final class Tiers {

    private final long[] weights;
    private final int[] tiers;
    private final AliasTable alias;

    private Tiers(long[] weights) {
      this.weights = weights;
      this.tiers =
          java.util.stream.IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
      this.alias = new AliasTable(Arrays.stream(weights).filter(weight -> weight > 0).toArray());
    }

    int pick(Luck luck) {
      return tiers[alias.pick(luck)];
    }

    long[] weights() {
      return weights.clone();
    }
  }

  /** Items by weight; those of weight 0 are not in it. */
  static final class Items {

    private final List<Design.Entry> items;
    private final AliasTable alias;

    private Items(List<Design.Entry> items) {
      this.items = items;
      this.alias = new AliasTable(items.stream().mapToLong(Design.Entry::weight).toArray());
    }

    Design.Entry pick(Luck luck) {
      return items.get(alias.pick(luck));
    }

    List<Design.Entry> items() {
      return items;
    }

    /** Sum of the weights. */
    long total() {
      return alias.total();
    }
  }

  private record Weights(List<Long> list) {}

  private final long[] base;
  private final List<long[]> steps = new ArrayList<>();
  private final Tiers unchanged;
  private final List<Items> all = new ArrayList<>();
  private final List<Items> featured = new ArrayList<>();
  private final List<Items> others = new ArrayList<>();
  private final Map<Weights, Tiers> byWeights = new ConcurrentHashMap<>();

  Tables(Rules rules) {
    Design design = rules.design();
    this.base = design.tiers().stream().mapToLong(Design.Tier::weight).toArray();
    this.unchanged = design.box() == null ? new Tiers(base) : null;
    if (design.steps() != null) {
      for (Design.Step step : design.steps().list()) {
        steps.add(
            step.weights().isEmpty()
                ? base
                : step.weights().stream().mapToLong(Long::longValue).toArray());
      }
    }
    for (Design.Tier tier : design.tiers()) {
      List<Design.Entry> drawn =
          design.items().stream()
              .filter(item -> item.tier().equals(tier.name()) && item.weight() > 0)
              .toList();
      all.add(items(drawn));
      featured.add(items(drawn.stream().filter(Design.Entry::featured).toList()));
      others.add(items(drawn.stream().filter(item -> !item.featured()).toList()));
    }
  }

  private static Items items(List<Design.Entry> items) {
    return items.isEmpty() ? null : new Items(items);
  }

  /**
   * Weights of the tiers before any counter.
   *
   * @param step position of the step, or -1
   */
  long[] base(int step) {
    return step < 0 ? base : steps.get(step);
  }

  /** The table of these weights, which make a million. */
  Tiers tiers(long[] weights) {
    if (Arrays.equals(weights, base)) {
      return unchanged;
    }
    Weights key = new Weights(Arrays.stream(weights).boxed().toList());
    return byWeights.computeIfAbsent(key, absent -> new Tiers(weights.clone()));
  }

  /** The items of a tier without a rate-up, or null. */
  Items all(int tier) {
    return all.get(tier);
  }

  /** The featured items of a tier, or its others; null if there are none. */
  Items featured(int tier, boolean isFeatured) {
    return isFeatured ? featured.get(tier) : others.get(tier);
  }
}
