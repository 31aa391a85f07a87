package fan.encore.gacha;

import java.util.ArrayList;
import java.util.List;

/**
 * How a fan plays who wants something: the same call again and again, or one step after the other.
 * Ten at a time where a ten-pull guarantees something, else one at a time where that is offered.
 */
final class Pattern {

  /**
   * A slot of a call.
   *
   * @param step position of its step, or -1
   * @param last whether it is the last of its call
   * @param ten the tier that a ten-pull guarantees, or -1
   * @param ofStep the tier that the step guarantees, or -1
   */
  record Slot(int step, boolean last, int ten, int ofStep) {}

  private record Call(int step, int count, long price) {}

  private final List<Slot> head = new ArrayList<>();
  private final List<Slot> loop = new ArrayList<>();
  private final List<Call> headCalls = new ArrayList<>();
  private final List<Call> loopCalls = new ArrayList<>();

  Pattern(Rules rules) {
    Design.Steps steps = rules.design().steps();
    if (steps == null) {
      Design.Price price = favourite(rules.design());
      loopCalls.add(new Call(-1, price.count(), price.price()));
    } else {
      for (int i = 0; i < steps.list().size(); i++) {
        Design.Step step = steps.list().get(i);
        Call call = new Call(i, step.count(), step.price());
        boolean again = steps.then() == Design.Then.STAY && i == steps.list().size() - 1;
        (steps.then() == Design.Then.LOOP || again ? loopCalls : headCalls).add(call);
      }
    }
    headCalls.forEach(call -> slots(rules, call, head));
    loopCalls.forEach(call -> slots(rules, call, loop));
  }

  private static Design.Price favourite(Design design) {
    int wanted = design.guarantee() == null ? 1 : Engine.TEN;
    return design.prices().stream()
        .filter(price -> price.count() == wanted)
        .findFirst()
        .orElse(design.prices().get(0));
  }

  private static void slots(Rules rules, Call call, List<Slot> slots) {
    String ten = call.count() == Engine.TEN ? rules.design().guarantee() : null;
    String step =
        call.step() < 0 ? null : rules.design().steps().list().get(call.step()).guarantee();
    for (int i = 0; i < call.count(); i++) {
      slots.add(
          new Slot(
              call.step(),
              i == call.count() - 1,
              ten == null ? -1 : rules.tier(ten),
              step == null ? -1 : rules.tier(step)));
    }
  }

  /** What comes once. */
  List<Slot> head() {
    return head;
  }

  /** What comes again and again afterwards; empty if nothing does. */
  List<Slot> loop() {
    return loop;
  }

  /** The slot of a draw, from 0, or null when there is none. */
  Slot at(long draw) {
    if (draw < head.size()) {
      return head.get((int) draw);
    }
    return loop.isEmpty() ? null : loop.get((int) ((draw - head.size()) % loop.size()));
  }

  /** Diamonds for so many draws; a call that was begun is paid whole. */
  long cost(long draws) {
    long left = draws;
    long cost = 0;
    for (Call call : headCalls) {
      if (left > 0) {
        cost += call.price();
        left -= call.count();
      }
    }
    if (left > 0 && !loop.isEmpty()) {
      long rounds = left / loop.size();
      cost += rounds * loopCalls.stream().mapToLong(Call::price).sum();
      left -= rounds * loop.size();
      for (Call call : loopCalls) {
        if (left > 0) {
          cost += call.price();
          left -= call.count();
        }
      }
    }
    return cost;
  }
}
