package fan.encore.gacha;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a banner's rules mean for fans: rates in the long run and the draws and diamonds that
 * something takes, computed exactly from the very object that the engine draws from: by the Markov
 * chain of its counters, never by simulation. Shared stock is taken to last. Immutable.
 */
public final class Analysis {

  private static final int MOST_KEPT = 200;
  private static final long MOST_CAPPED = 1_000_000;
  private static final Map<String, Analysis> KEPT = new ConcurrentHashMap<>();

  /**
   * A tier or an item.
   *
   * @param name of the tier, or code of the item
   * @param tier the tier's name
   * @param base the chance in a draw before any counter, guarantee or step; in a box in its first
   *     draw
   * @param consolidated part of all draws in the long run
   * @param until draws until it comes for the first time; empty where the rules do not say: an item
   *     that never comes by chance, or one of a box that may be filled again before it
   */
  public record Line(
      String name, String tier, double base, double consolidated, Optional<Until> until) {}

  private final List<Line> tiers;
  private final List<Line> items;

  private Analysis(List<Line> tiers, List<Line> items) {
    this.tiers = List.copyOf(tiers);
    this.items = List.copyOf(items);
  }

  /**
   * Analyses rules, or remembers having done so.
   *
   * @throws RulesRefused if their counters have too many states
   */
  public static Analysis of(Rules rules) {
    Analysis known = KEPT.get(rules.hash());
    if (known == null) {
      known = rules.design().box() == null ? chances(rules) : box(rules);
      if (KEPT.size() >= MOST_KEPT) {
        KEPT.clear();
      }
      KEPT.put(rules.hash(), known);
    }
    return known;
  }

  /** The tiers that can come up, the rarest first. */
  public List<Line> tiers() {
    return tiers;
  }

  /** All items in the published order. */
  public List<Line> items() {
    return items;
  }

  /** The line of an item. */
  public Line item(String code) {
    return items.stream().filter(line -> line.name().equals(code)).findAny().orElseThrow();
  }

  /** The line of a tier. */
  public Line tier(String name) {
    return tiers.stream().filter(line -> line.name().equals(name)).findAny().orElseThrow();
  }

  private static Analysis chances(Rules rules) {
    Pattern pattern = new Pattern(rules);
    List<Line> tiers = new ArrayList<>();
    List<TierOdds> odds = new ArrayList<>();
    long[] first = rules.tables().base(rules.design().steps() == null ? -1 : 0);
    for (int tier = 0; tier < first.length; tier++) {
      TierOdds one = new TierOdds(rules, pattern, tier);
      odds.add(one);
      double rate = one.others() + one.featured();
      if (rate > 0) {
        String name = rules.design().tiers().get(tier).name();
        double base = (double) first[tier] / Rules.WHOLE;
        tiers.add(new Line(name, name, base, rate, Optional.of(one.until(1, 1).until())));
      }
    }
    List<Line> items =
        rules.design().items().stream()
            .map(item -> item(rules, pattern, odds.get(rules.tier(item.tier())), first, item))
            .toList();
    return new Analysis(tiers, items);
  }

  private static Line item(
      Rules rules, Pattern pattern, TierOdds odds, long[] first, Design.Entry item) {
    int tier = rules.tier(item.tier());
    Rules.Promise rateUp = rules.promise(tier);
    Tables.Items table =
        rateUp == null ? rules.tables().all(tier) : rules.tables().featured(tier, item.featured());
    double part = item.weight() == 0 ? 0 : (double) item.weight() / table.total();
    double share = rateUp == null ? 0 : (double) rateUp.share() / Rules.WHOLE;
    boolean featured = rateUp != null && item.featured();
    double base = (double) first[tier] / Rules.WHOLE * part * (featured ? share : 1 - share);
    double rate = part * (featured ? odds.featured() : odds.others());
    Optional<Survival> survival =
        rate == 0
            ? Optional.empty()
            : Optional.of(odds.until(featured ? 0 : part, featured ? part : 0));
    return new Line(item.code(), item.tier(), base, rate, ceiling(rules, pattern, item, survival));
  }

  private static Optional<Until> ceiling(
      Rules rules, Pattern pattern, Design.Entry item, Optional<Survival> survival) {
    Design.Ceiling ceiling = rules.design().ceiling();
    if (ceiling == null || !ceiling.items().contains(item.code())) {
      return survival.map(Survival::until);
    }
    long draws = (ceiling.price() + ceiling.points() - 1) / ceiling.points();
    if (draws > MOST_CAPPED) {
      return survival.map(Survival::until);
    }
    Survival capped = survival.map(Survival::copy).orElseGet(() -> never(pattern));
    capped.capped(draws);
    return Optional.of(capped.until());
  }

  private static Survival never(Pattern pattern) {
    Survival survival = new Survival(pattern);
    survival.add(1);
    return survival;
  }

  private static Analysis box(Rules rules) {
    BoxOdds odds = new BoxOdds(rules);
    List<Line> tiers =
        rules.design().tiers().stream()
            .filter(tier -> odds.copies(odds.of(tier.name())) > 0)
            .map(tier -> odds.line(tier.name(), tier.name(), odds.of(tier.name())))
            .toList();
    List<Line> items =
        rules.design().items().stream()
            .map(item -> odds.line(item.code(), item.tier(), List.of(item)))
            .toList();
    return new Analysis(tiers, items);
  }
}
