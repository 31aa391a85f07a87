package fan.encore.gacha;

/** The weights of the tiers in one slot: steps 1 and 2 of {@link Engine}'s algorithm. */
final class Chances {

  private Chances() {}

  /**
   * @param step position of the step in force, or -1
   * @param misses numbers of the rules' counters, in their order
   * @param floor the tier that the slot must reach, or -1
   * @return millionths by tier, which make a million
   */
  static long[] of(Rules rules, int step, long[] misses, int floor) {
    long[] base = rules.tables().base(step);
    long[] weights = base;
    for (int i = 0; i < misses.length; i++) {
      Rules.Counter counter = rules.counters().get(i);
      Design.Track track = counter.track();
      long reached = Math.min(misses[i], track.hard() - 1) + 1 - track.after();
      if (track.step() > 0 && reached > 0) {
        weights = weights == base ? base.clone() : weights;
        raise(weights, counter.tier(), track.step() * reached);
      }
    }
    if (floor >= 0) {
      weights = weights == base ? base.clone() : weights;
      raise(weights, floor, Rules.WHOLE);
    }
    return weights;
  }

  /** Gives a tier up to so much of the weights of lower tiers, the commonest first. */
  private static void raise(long[] weights, int tier, long more) {
    long wanted = more;
    for (int i = weights.length - 1; i > tier && wanted > 0; i--) {
      long taken = Math.min(wanted, weights[i]);
      weights[i] -= taken;
      weights[tier] += taken;
      wanted -= taken;
    }
  }
}
