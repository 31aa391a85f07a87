package fan.encore.gacha;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Markov chain of a fan's counters, as far as they matter to one tier: lower tiers never change
 * the chance of a rarer one. States are numbered as they are found; number 0 is the empty state.
 */
final class Walk {

  /** The draw hit another tier. */
  static final int ELSEWHERE = 0;

  /** It hit the tier, and not a featured item of it. */
  static final int OTHER = 1;

  /** It hit a featured item of the tier. */
  static final int FEATURED = 2;

  private static final int MOST_STATES = 400_000;

  /** Where a state may go: parallel arrays. */
  record Edges(int[] to, double[] chance, int[] hit) {}

  private final Rules rules;
  private final int target;
  private final Map<List<Integer>, Integer> numbers = new HashMap<>();
  private final List<List<Integer>> states = new ArrayList<>();
  private final Map<Pattern.Slot, List<Edges>> edges = new HashMap<>();
  private final int counters;

  /**
   * @param target position of the tier
   */
  Walk(Rules rules, int target) {
    this.rules = rules;
    this.target = target;
    this.counters =
        (int) rules.counters().stream().filter(counter -> counter.tier() <= target).count();
    // Counters, one flag per tier that matters, and what the call reached: ten-pull and step.
    List<Integer> empty = new ArrayList<>();
    for (int i = 0; i < counters + target + 3; i++) {
      empty.add(0);
    }
    number(empty);
  }

  private int number(List<Integer> state) {
    Integer known = numbers.get(state);
    if (known != null) {
      return known;
    }
    if (states.size() >= MOST_STATES) {
      throw new RulesRefused(
          List.of(new Problem("pity", "gacha.rules.too_many_states", List.of())));
    }
    states.add(List.copyOf(state));
    numbers.put(states.get(states.size() - 1), states.size() - 1);
    return states.size() - 1;
  }

  /** How many states are known. */
  int size() {
    return states.size();
  }

  /** The longest time in which the counters that matter can keep silent. */
  long memory() {
    return rules.counters().stream()
        .limit(counters)
        .mapToLong(counter -> 2 * counter.track().hard())
        .sum();
  }

  Edges edges(Pattern.Slot slot, int state) {
    List<Edges> known = edges.computeIfAbsent(slot, absent -> new ArrayList<>());
    while (known.size() <= state) {
      known.add(null);
    }
    Edges found = known.get(state);
    if (found == null) {
      found = new Step(slot, states.get(state)).edges();
      known.set(state, found);
    }
    return found;
  }

  /** One slot in one state. */
  private final class Step {

    private final Pattern.Slot slot;
    private final List<Integer> state;
    private final long[] misses = new long[rules.counters().size()];
    private final List<Integer> to = new ArrayList<>();
    private final List<Double> chance = new ArrayList<>();
    private final List<Integer> hit = new ArrayList<>();

    Step(Pattern.Slot slot, List<Integer> state) {
      this.slot = slot;
      this.state = state;
      for (int i = 0; i < counters; i++) {
        misses[i] = state.get(i);
      }
    }

    Edges edges() {
      long[] weights = Chances.of(rules, slot.step(), misses, floor());
      double below = 0;
      for (int tier = 0; tier < weights.length; tier++) {
        double share = (double) weights[tier] / Rules.WHOLE;
        if (tier > target) {
          below += share;
        } else if (weights[tier] > 0) {
          hits(tier, share);
        }
      }
      if (below > 0) {
        add(after(Integer.MAX_VALUE, false), below, ELSEWHERE);
      }
      return new Edges(
          to.stream().mapToInt(Integer::intValue).toArray(),
          chance.stream().mapToDouble(Double::doubleValue).toArray(),
          hit.stream().mapToInt(Integer::intValue).toArray());
    }

    private int floor() {
      int floor = -1;
      for (int i = counters - 1; i >= 0; i--) {
        if (rules.counters().get(i).due(misses[i])) {
          floor = rules.counters().get(i).tier();
        }
      }
      if (slot.last()) {
        floor = rarer(floor, slot.ten(), state.get(state.size() - 2));
        floor = rarer(floor, slot.ofStep(), state.get(state.size() - 1));
      }
      return floor;
    }

    private int rarer(int floor, int promised, int reached) {
      boolean counts = promised >= 0 && promised <= target && reached == 0;
      return counts && (floor < 0 || promised < floor) ? promised : floor;
    }

    private void hits(int tier, double share) {
      Rules.Promise rateUp = rules.promise(tier);
      double featured =
          rateUp == null ? 0 : promised(tier) ? 1 : (double) rateUp.share() / Rules.WHOLE;
      if (featured > 0) {
        add(after(tier, true), share * featured, tier == target ? FEATURED : ELSEWHERE);
      }
      if (featured < 1) {
        add(after(tier, false), share * (1 - featured), tier == target ? OTHER : ELSEWHERE);
      }
    }

    private boolean promised(int tier) {
      if (state.get(counters + tier) > 0) {
        return true;
      }
      for (int i = 0; i < counters; i++) {
        Rules.Counter counter = rules.counters().get(i);
        if (counter.tier() == tier && counter.track().featured() && counter.due(misses[i])) {
          return true;
        }
      }
      return false;
    }

    private int after(int tier, boolean featured) {
      List<Integer> next = new ArrayList<>(state);
      for (int i = 0; i < counters; i++) {
        Rules.Counter counter = rules.counters().get(i);
        boolean reset = counter.tier() == tier && (featured || !counter.track().featured());
        next.set(i, (int) (reset ? 0 : counter.due(misses[i]) ? misses[i] : misses[i] + 1));
      }
      if (tier <= target && rules.promise(tier) != null && matters(tier)) {
        next.set(counters + tier, featured ? 0 : 1);
      }
      reached(next, state.size() - 2, slot.ten(), tier);
      reached(next, state.size() - 1, slot.ofStep(), tier);
      return number(next);
    }

    /** Whether what the flag says can change anything that is asked. */
    private boolean matters(int tier) {
      return rules.promise(tier).key() != null
          && (tier == target
              || rules.counters().stream()
                  .anyMatch(counter -> counter.tier() == tier && counter.track().featured()));
    }

    private void reached(List<Integer> next, int place, int promised, int tier) {
      boolean counts = promised >= 0 && promised <= target && !slot.last();
      next.set(place, counts && (state.get(place) > 0 || tier <= promised) ? 1 : 0);
    }

    private void add(int next, double share, int kind) {
      to.add(next);
      chance.add(share);
      hit.add(kind);
    }
  }
}
