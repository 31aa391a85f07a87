package fan.encore.gacha;

import fan.encore.fairness.Luck;
import java.util.List;
import java.util.function.Consumer;

/** Slots of box banners: every copy that is left is equally likely. */
final class BoxDraw implements SlotDraw {

  private final Rules rules;
  private final Memory memory;
  private final List<Design.Entry> items;

  BoxDraw(Rules rules, Memory memory) {
    this.rules = rules;
    this.memory = memory;
    this.items = rules.design().items();
    if (left() == 0 && rules.design().box().reset() != Design.Reset.NEVER) {
      refill();
    }
  }

  @Override
  public void next(boolean last, Luck luck, Consumer<Pick> hits) {
    long roll = luck.below(left());
    Design.Entry item = at(roll);
    memory.add(key(item), 1);
    hits.accept(new Pick(item.code(), item.tier(), Pick.Why.CHANCE, false, false, null));
    Design.Box box = rules.design().box();
    if (left() == 0 && box.lastOne() != null) {
      String tier = rules.item(box.lastOne()).tier();
      hits.accept(new Pick(box.lastOne(), tier, Pick.Why.LAST_ONE, false, false, null));
    }
    refillIfDue();
  }

  @Override
  public int hear(boolean last, List<Design.Entry> picks, Claims claims) {
    Design.Entry item = picks.get(0);
    long whole = left();
    for (Design.Tier tier : rules.design().tiers()) {
      long inTier =
          items.stream().filter(one -> one.tier().equals(tier.name())).mapToLong(this::left).sum();
      claims.claim(tier.name(), inTier, whole, item.tier().equals(tier.name()));
    }
    memory.add(key(item), 1);
    int heard = left() == 0 && rules.design().box().lastOne() != null ? 2 : 1;
    refillIfDue();
    return heard;
  }

  private void refillIfDue() {
    Design.Box box = rules.design().box();
    if (box.reset() != Design.Reset.NEVER && (left() == 0 || keysGone())) {
      refill();
    }
  }

  private Design.Entry at(long roll) {
    long rest = roll;
    for (Design.Entry item : items) {
      rest -= left(item);
      if (rest < 0) {
        return item;
      }
    }
    throw new IllegalStateException("The box is empty");
  }

  private boolean keysGone() {
    return rules.design().box().reset() == Design.Reset.KEYS
        && items.stream().noneMatch(item -> item.key() && left(item) > 0);
  }

  private void refill() {
    items.forEach(item -> memory.set(key(item), 0));
    memory.add(rules.own("round"), 1);
  }

  /** Copies that are left in the box, of all items together. */
  long left() {
    return items.stream().mapToLong(this::left).sum();
  }

  /** Copies of an item that are left in the box. */
  long left(Design.Entry item) {
    return Math.max(0, item.copies() - memory.get(key(item)));
  }

  private String key(Design.Entry item) {
    return rules.own("box." + item.code());
  }
}
