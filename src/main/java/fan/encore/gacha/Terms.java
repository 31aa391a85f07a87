package fan.encore.gacha;

import fan.encore.gacha.DrawRefused.Reason;

/** What a call costs a fan in her present state, and what it leaves in that state besides luck. */
final class Terms {

  private final Rules rules;
  private final Memory memory;
  private final Play play;
  private final int step;
  private final long price;
  private final long today;

  /**
   * @throws DrawRefused if the rules do not allow the call
   */
  Terms(Rules rules, Memory memory, Play play) {
    this.rules = rules;
    this.memory = memory;
    this.play = play;
    this.step = play.free() || rules.design().steps() == null ? -1 : currentStep();
    this.price = play.free() ? free() : paid();
    this.today = play.day() > memory.get(own("day")) ? 0 : memory.get(own("today"));
    caps();
  }

  private String own(String name) {
    return rules.own(name);
  }

  private int currentStep() {
    Design.Steps steps = rules.design().steps();
    long next = memory.get(own("step"));
    int size = steps.list().size();
    return switch (steps.then()) {
      case LOOP -> (int) (next % size);
      case STAY -> (int) Math.min(next, size - 1L);
      case END -> {
        if (next >= size) {
          throw new DrawRefused(Reason.STEPS_ARE_OVER);
        }
        yield (int) next;
      }
    };
  }

  private long free() {
    if (!rules.design().freeDaily()) {
      throw new DrawRefused(Reason.NO_FREE_DRAW);
    }
    if (play.count() != 1) {
      throw new DrawRefused(Reason.COUNT_NOT_OFFERED);
    }
    if (play.day() <= memory.get(own("freeday"))) {
      throw new DrawRefused(Reason.FREE_DRAW_USED);
    }
    return 0;
  }

  private long paid() {
    if (step >= 0) {
      Design.Step now = rules.design().steps().list().get(step);
      if (now.count() != play.count()) {
        throw new DrawRefused(Reason.COUNT_NOT_OFFERED);
      }
      return now.price();
    }
    for (Design.Price offer : rules.design().prices()) {
      if (offer.count() == play.count()) {
        return offer.price();
      }
    }
    throw new DrawRefused(Reason.COUNT_NOT_OFFERED);
  }

  private void caps() {
    if (play.free()) {
      return;
    }
    Design.Caps caps = rules.design().caps();
    if (caps.daily() > 0 && today + play.count() > caps.daily()) {
      throw new DrawRefused(Reason.DAILY_CAP_REACHED);
    }
    if (caps.total() > 0 && memory.get(own("total")) + play.count() > caps.total()) {
      throw new DrawRefused(Reason.TOTAL_CAP_REACHED);
    }
  }

  /** Position of the step in force, or -1. */
  int step() {
    return step;
  }

  /** Diamonds. */
  long price() {
    return price;
  }

  /** Counts the call in the state. */
  void settle() {
    Design design = rules.design();
    if (play.free()) {
      memory.set(own("freeday"), play.day());
    } else {
      settlePaid(design.caps());
    }
    if (design.ceiling() != null) {
      memory.add(own("points"), design.ceiling().points() * play.count());
    }
  }

  private void settlePaid(Design.Caps caps) {
    if (caps.daily() > 0) {
      memory.set(own("day"), Math.max(play.day(), memory.get(own("day"))));
      memory.set(own("today"), today + play.count());
    }
    if (caps.total() > 0) {
      memory.add(own("total"), play.count());
    }
    if (step >= 0) {
      Design.Steps steps = rules.design().steps();
      int size = steps.list().size();
      int next =
          switch (steps.then()) {
            case LOOP -> (step + 1) % size;
            case STAY -> Math.min(step + 1, size - 1);
            case END -> step + 1;
          };
      memory.set(own("step"), next);
    }
  }
}
