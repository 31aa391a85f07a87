package fan.encore.gacha;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What the law checks must know beside the rules.
 *
 * @param shown codes of the items that have a name and a picture to show
 * @param rewardedSets codes of items that complete a set for which there is a valued reward
 * @param yenPerDiamond the highest price of a diamond in yen; empty when none is sold
 * @param oddsShownFirst whether fans see the rules before they can pay
 * @param worth in diamonds by code, of the items that have a price in money; what has none, such as
 *     a picture or a badge, is compared with nothing
 */
public record LawFacts(
    Set<String> shown,
    Set<String> rewardedSets,
    OptionalDouble yenPerDiamond,
    boolean oddsShownFirst,
    Map<String, Double> worth) {

  public LawFacts {
    shown = Set.copyOf(shown);
    rewardedSets = Set.copyOf(rewardedSets);
    worth = Map.copyOf(worth);
  }
}
