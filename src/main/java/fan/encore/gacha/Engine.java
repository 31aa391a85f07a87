package fan.encore.gacha;

import fan.encore.fairness.Luck;
import fan.encore.fairness.SeedStream;
import fan.encore.gacha.DrawRefused.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Decides draws: {@code encore-gacha/1}. A pure function of rules, state, stock, call and
 * randomness; it knows no clock, no fan and no database, so anybody can compute it again.
 *
 * <p><b>Keys of the state</b> (numbers; 0 is left out; {@code b} is the banner's code; a counter or
 * flag whose {@code carry} is {@code group} has no {@code @b}): {@code pity.T} draws since the last
 * hit of tier T; {@code pity.T.featured} since the last featured hit of it; {@code featured.T} 1
 * when the next hit of T is featured; {@code points@b}; {@code step@b} position of the next step,
 * from 0; {@code total@b}, {@code day@b} and {@code today@b} paid draws on the banner and on that
 * day, kept only where there is such a cap; {@code freeday@b} day of the last free draw; {@code
 * box.ITEM@b} copies taken out of the box; {@code round@b} how often the box was filled again.
 *
 * <p><b>Before the slots</b>, in this order. A free call: refused unless {@code freeDaily}, the
 * count is 1, and the day is later than {@code freeday@b}; it costs 0, moves no step and counts for
 * no cap. Any other call: the step in force is {@code step@b} ({@code loop}: modulo their number;
 * {@code stay}: at most the last; {@code end}: refused beyond the last); the price is that of the
 * step, whose count must be the call's, or without steps that of the count in {@code prices}. Then
 * the caps: {@code today@b} counts as 0 if the day is later than {@code day@b}. A box that is never
 * filled again must hold as many copies as the call has slots; another box that is empty is filled.
 *
 * <p><b>Each slot</b> {@code s} from 0 takes its choices from {@code SeedStream.slot(s)}, in this
 * order, and nothing else takes any:
 *
 * <ol>
 *   <li>The weights of the tiers are those of the step if it has any, else those of {@code tiers}.
 *       For each counter, rarest tier first, with {@code m = min(its number, hard - 1)} and {@code
 *       m + 1 > after}: its tier gets {@code step * (m + 1 - after)} more, taken from the last tier
 *       upwards, from no tier more than it has, and only from tiers listed after it.
 *   <li>A counter is due when its number is {@code hard - 1} or more. In the last slot {@code
 *       guarantee} (of a call of 10) and the guarantee of the step are due unless a slot of this
 *       call hit that tier or one listed before it. If any is due, the first-listed of their tiers
 *       gets all weights of the tiers listed after it; the other counters stay due.
 *   <li>The tier: alias table over the tiers with a weight above 0, in their order.
 *   <li>If the tier has a rate-up: the hit is featured, without a choice, if its flag is 1 or a due
 *       counter of its featured items belongs to this tier; else if {@code below(1000000) < share}.
 *   <li>The item: alias table over the tier's items with a weight above 0, in their order; of a
 *       tier with a rate-up over its featured ones or over the others.
 *   <li>Each counter becomes 0 if it was hit (its tier, and featured if it counts those), else one
 *       more unless it was due. The flag of the tier's rate-up, if carried, becomes 0 after a
 *       featured hit and 1 after another.
 * </ol>
 *
 * <p>In a box banner a slot is instead {@code below(copies left)}, counted through the items in
 * their order, copy by copy; {@code box.ITEM@b} grows by one. If the box is then empty, {@code
 * lastOne} comes right after the pick as one more. If it is empty, or {@code reset} is {@code keys}
 * and no copy of a key item is left, and {@code reset} is not {@code never}: all {@code box.*@b}
 * become 0 and {@code round@b} grows by one.
 *
 * <p>An item with shared stock of which nothing is left (earlier slots of the call counted) is
 * replaced by its substitute; it still was a hit of its own tier.
 *
 * <p><b>After the slots</b>: {@code freeday@b} = day for a free call; else {@code day@b} = the
 * later of it and the day, {@code today@b} and {@code total@b} grow by the count where there is
 * such a cap, {@code step@b} moves ({@code loop}: back to 0, {@code stay}: to the last at most,
 * {@code end}: to the number of steps at most). {@code points@b} grows by points times count.
 */
public final class Engine {

  /** Name of this algorithm, together with encore-random/1 and encore-alias/1. */
  public static final String VERSION = "encore-gacha/1";

  /** The call to which {@link Design#guarantee()} belongs. */
  static final int TEN = 10;

  private Engine() {}

  /**
   * Decides a call.
   *
   * @throws DrawRefused if the rules do not allow it in this state
   * @throws IllegalArgumentException if the stock of an item that was hit is not given
   */
  public static Outcome draw(Rules rules, State before, Stock stock, Play play, SeedStream luck) {
    return draw(rules, before, stock, play, luck::slot);
  }

  /**
   * The same from any source of luck.
   *
   * @param luck of each slot
   */
  public static Outcome draw(
      Rules rules, State before, Stock stock, Play play, IntFunction<Luck> luck) {
    Memory memory = new Memory(before);
    Terms terms = new Terms(rules, memory, play);
    SlotDraw slots = slots(rules, memory, terms, play);
    Map<String, Long> left = stock.counter();
    List<Pick> picks = new ArrayList<>(play.count());
    for (int slot = 0; slot < play.count(); slot++) {
      slots.next(
          slot == play.count() - 1,
          luck.apply(slot),
          pick -> picks.add(orSubstitute(rules, stock, left, pick)));
    }
    terms.settle();
    return new Outcome(picks, terms.price(), memory.state());
  }

  static SlotDraw slots(Rules rules, Memory memory, Terms terms, Play play) {
    if (rules.design().box() == null) {
      return new TierDraw(rules, memory, terms.step(), play.count());
    }
    BoxDraw box = new BoxDraw(rules, memory);
    if (rules.design().box().reset() == Design.Reset.NEVER && box.left() < play.count()) {
      throw new DrawRefused(Reason.BOX_HOLDS_FEWER);
    }
    return box;
  }

  private static Pick orSubstitute(Rules rules, Stock stock, Map<String, Long> left, Pick pick) {
    Design.Entry item = rules.item(pick.item());
    if (item.stock() == 0) {
      return pick;
    }
    stock.of(item.code());
    long remaining = left.get(item.code());
    if (remaining > 0) {
      left.put(item.code(), remaining - 1);
      return pick;
    }
    return new Pick(
        item.substitute(), pick.tier(), pick.why(), pick.featured(), pick.promised(), item.code());
  }

  /**
   * Gives an item for points; no luck is involved.
   *
   * @throws DrawRefused if the item is not offered, the points are too few, or nothing is left
   */
  public static Outcome exchange(Rules rules, State before, Stock stock, String item) {
    Design.Ceiling ceiling = rules.design().ceiling();
    if (ceiling == null || !ceiling.items().contains(item)) {
      throw new DrawRefused(Reason.NOT_FOR_POINTS);
    }
    Memory memory = new Memory(before);
    if (memory.get(rules.own("points")) < ceiling.price()) {
      throw new DrawRefused(Reason.POINTS_TOO_FEW);
    }
    if (rules.item(item).stock() > 0 && stock.of(item) == 0) {
      throw new DrawRefused(Reason.SOLD_OUT);
    }
    memory.add(rules.own("points"), -ceiling.price());
    Pick chosen = new Pick(item, rules.item(item).tier(), Pick.Why.CHOSEN, false, false, null);
    return new Outcome(List.of(chosen), 0, memory.state());
  }
}
