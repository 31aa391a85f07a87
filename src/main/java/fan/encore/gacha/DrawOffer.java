package fan.encore.gacha;

import fan.encore.gacha.DrawRefused.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * A call that a banner offers to a fan now.
 *
 * @param count prizes
 * @param price diamonds; 0 for the free draw of the day
 * @param free true for the free draw of the day
 * @param refusal why the fan cannot have it at the moment, or null
 */
public record DrawOffer(int count, long price, boolean free, Reason refusal) {

  /** True when only diamonds may be missing. */
  public boolean open() {
    return refusal == null;
  }

  /**
   * All that a banner offers in a state, in the order of the rules; the free draw first.
   *
   * @param day days since 1970-01-01 in the banner's zone
   */
  public static List<DrawOffer> of(Rules rules, State state, long day) {
    Design design = rules.design();
    List<DrawOffer> offers = new ArrayList<>();
    if (design.freeDaily()) {
      offers.add(of(rules, state, new Play(1, true, day), 0));
    }
    if (design.steps() != null) {
      offers.addAll(step(rules, state, day));
    }
    for (Design.Price price : design.prices()) {
      offers.add(of(rules, state, new Play(price.count(), false, day), price.price()));
    }
    return offers;
  }

  private static List<DrawOffer> step(Rules rules, State state, long day) {
    Design.Steps steps = rules.design().steps();
    int last = steps.list().size() - 1;
    long next = state.get(rules.own("step"));
    Design.Step step = steps.list().get((int) Math.min(next, last));
    return List.of(of(rules, state, new Play(step.count(), false, day), step.price()));
  }

  private static DrawOffer of(Rules rules, State state, Play play, long price) {
    try {
      new Terms(rules, new Memory(state), play);
      return new DrawOffer(play.count(), price, play.free(), null);
    } catch (DrawRefused refused) {
      return new DrawOffer(play.count(), price, play.free(), refused.reason());
    }
  }
}
