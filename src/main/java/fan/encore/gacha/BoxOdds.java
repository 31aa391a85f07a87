package fan.encore.gacha;

import java.util.List;
import java.util.Optional;

/** What a box means for fans: drawing without putting back, and filling it again. */
final class BoxOdds {

  private final Rules rules;
  private final Pattern pattern;
  private final long all;
  private final long keys;

  BoxOdds(Rules rules) {
    this.rules = rules;
    this.pattern = new Pattern(rules);
    this.all = copies(rules.design().items());
    boolean byKeys = rules.design().box().reset() == Design.Reset.KEYS;
    this.keys =
        byKeys ? copies(rules.design().items().stream().filter(Design.Entry::key).toList()) : 0;
  }

  /** The items of a tier. */
  List<Design.Entry> of(String tier) {
    return rules.design().items().stream().filter(item -> item.tier().equals(tier)).toList();
  }

  /** Their copies in a full box. */
  long copies(List<Design.Entry> items) {
    return items.stream().mapToLong(Design.Entry::copies).sum();
  }

  Analysis.Line line(String name, String tier, List<Design.Entry> items) {
    long copies = copies(items);
    double rate = items.stream().mapToDouble(this::rate).sum();
    // A box that is filled again after its keys may never come to its other items.
    boolean certain = copies > 0 && (keys == 0 || items.stream().allMatch(Design.Entry::key));
    return new Analysis.Line(
        name,
        tier,
        (double) copies / all,
        rate,
        certain ? Optional.of(until(copies)) : Optional.empty());
  }

  /** Copies in the long run per draw: a box with K keys among N lasts K(N+1)/(K+1) draws. */
  private double rate(Design.Entry item) {
    if (keys == 0) {
      return (double) item.copies() / all;
    }
    double lasts = (double) keys * (all + 1) / (keys + 1);
    return item.key()
        ? item.copies() / lasts
        : (lasts - keys) / lasts * item.copies() / (all - keys);
  }

  private Until until(long copies) {
    Survival survival = new Survival(pattern);
    double still = 1;
    survival.add(still);
    for (long drawn = 0; drawn <= all - copies; drawn++) {
      still *= (double) (all - copies - drawn) / (all - drawn);
      survival.add(still);
    }
    survival.certain();
    return survival.until();
  }
}
