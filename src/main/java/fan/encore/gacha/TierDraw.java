package fan.encore.gacha;

import fan.encore.fairness.Luck;
import java.util.List;
import java.util.function.Consumer;

/** Slots of banners with chances: tier first, then item. */
final class TierDraw implements SlotDraw {

  private record Floor(int tier, Pick.Why why) {
    static final Floor NONE = new Floor(-1, Pick.Why.CHANCE);

    /** The rarer of the two; of equal ones this. */
    Floor or(int other, Pick.Why reason) {
      return other >= 0 && (tier < 0 || other < tier) ? new Floor(other, reason) : this;
    }
  }

  private final Rules rules;
  private final Memory memory;
  private final int step;
  private final int ten;
  private final int ofStep;
  private final long[] misses;
  private int best = Integer.MAX_VALUE;

  /**
   * @param step position of the step in force, or -1
   * @param count slots of the call
   */
  TierDraw(Rules rules, Memory memory, int step, int count) {
    this.rules = rules;
    this.memory = memory;
    this.step = step;
    this.ten = count == Engine.TEN ? position(rules.design().guarantee()) : -1;
    this.ofStep = step < 0 ? -1 : position(rules.design().steps().list().get(step).guarantee());
    this.misses = new long[rules.counters().size()];
  }

  private int position(String tier) {
    return tier == null ? -1 : rules.tier(tier);
  }

  @Override
  public void next(boolean last, Luck luck, Consumer<Pick> hits) {
    count();
    Floor floor = floor(last);
    long[] weights = Chances.of(rules, step, misses, floor.tier());
    int tier = rules.tables().tiers(weights).pick(luck);
    Rules.Promise rateUp = rules.promise(tier);
    boolean promised = rateUp != null && promised(tier, rateUp);
    boolean featured = promised || rateUp != null && luck.below(Rules.WHOLE) < rateUp.share();
    Tables.Items items =
        rateUp == null ? rules.tables().all(tier) : rules.tables().featured(tier, featured);
    Design.Entry item = items.pick(luck);
    remember(tier, rateUp, featured);
    Pick.Why why = tier == floor.tier() ? floor.why() : Pick.Why.CHANCE;
    hits.accept(new Pick(item.code(), item.tier(), why, featured, promised, null));
  }

  private void count() {
    for (int i = 0; i < misses.length; i++) {
      misses[i] = memory.get(rules.counters().get(i).key());
    }
  }

  @Override
  public int hear(boolean last, List<Design.Entry> picks, Claims claims) {
    Design.Entry item = picks.get(0);
    int tier = rules.tier(item.tier());
    count();
    long[] weights = Chances.of(rules, step, misses, floor(last).tier());
    for (int i = 0; i < weights.length; i++) {
      claims.claim(rules.design().tiers().get(i).name(), weights[i], Rules.WHOLE, i == tier);
    }
    Rules.Promise rateUp = rules.promise(tier);
    if (rateUp != null && !promised(tier, rateUp)) {
      claims.claim(item.tier() + FEATURED, rateUp.share(), Rules.WHOLE, item.featured());
    }
    remember(tier, rateUp, item.featured());
    return 1;
  }

  private Floor floor(boolean last) {
    Floor floor = Floor.NONE;
    for (int i = 0; i < misses.length; i++) {
      Rules.Counter counter = rules.counters().get(i);
      if (counter.due(misses[i])) {
        floor = floor.or(counter.tier(), Pick.Why.PITY);
      }
    }
    if (last && best > ten) {
      floor = floor.or(ten, Pick.Why.TEN);
    }
    return last && best > ofStep ? floor.or(ofStep, Pick.Why.STEP) : floor;
  }

  private boolean promised(int tier, Rules.Promise rateUp) {
    if (rateUp.key() != null && memory.get(rateUp.key()) > 0) {
      return true;
    }
    for (int i = 0; i < misses.length; i++) {
      Rules.Counter counter = rules.counters().get(i);
      if (counter.tier() == tier && counter.track().featured() && counter.due(misses[i])) {
        return true;
      }
    }
    return false;
  }

  private void remember(int tier, Rules.Promise rateUp, boolean featured) {
    best = Math.min(best, tier);
    for (int i = 0; i < misses.length; i++) {
      Rules.Counter counter = rules.counters().get(i);
      boolean hit = counter.tier() == tier && (featured || !counter.track().featured());
      if (hit) {
        memory.set(counter.key(), 0);
      } else if (!counter.due(misses[i])) {
        memory.set(counter.key(), misses[i] + 1);
      }
    }
    if (rateUp != null && rateUp.key() != null) {
      memory.set(rateUp.key(), featured ? 0 : 1);
    }
  }
}
