package fan.encore.gacha;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a fan stands with a banner: what her next draw starts from.
 *
 * @param counters of misses, rarest tier first
 * @param promised tiers whose next hit is a featured item
 * @param points exchange points that are left
 * @param step position of the next step, from 0
 * @param box copies that are left in her box, by item code in the published order; empty without
 */
public record Standing(
    List<Counter> counters, List<String> promised, long points, long step, Map<String, Long> box) {

  /**
   * A counter of misses.
   *
   * @param featured true when only featured hits end it
   * @param misses since the last hit
   * @param left draws until a hit is certain, at least 1
   */
  public record Counter(String tier, boolean featured, long misses, long left) {}

  /** What a state says under these rules. */
  public static Standing of(Rules rules, State state) {
    List<Counter> counters =
        rules.counters().stream()
            .map(
                one -> {
                  long misses = state.get(one.key());
                  long left = Math.max(1, one.track().hard() - misses);
                  return new Counter(one.track().tier(), one.track().featured(), misses, left);
                })
            .toList();
    List<String> promised =
        rules.design().rateUps().stream()
            .map(Design.RateUp::tier)
            .filter(
                tier -> {
                  String key = rules.promise(rules.tier(tier)).key();
                  return key != null && state.get(key) > 0;
                })
            .toList();
    return new Standing(
        counters,
        promised,
        state.get(rules.own("points")),
        state.get(rules.own("step")),
        box(rules, state));
  }

  private static Map<String, Long> box(Rules rules, State state) {
    Map<String, Long> left = new LinkedHashMap<>();
    if (rules.design().box() != null) {
      BoxDraw box = new BoxDraw(rules, new Memory(state));
      for (Design.Entry item : rules.design().items()) {
        if (item.copies() > 0) {
          left.put(item.code(), box.left(item));
        }
      }
    }
    return left;
  }
}
