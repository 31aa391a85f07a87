package fan.encore.gacha;

import fan.encore.shared.Codes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A banner's rules: a design that is lawful, with its canonical text, its hash and every table that
 * the engine needs. Pages, API, analysis and engine use this one object, so that what is said and
 * what is drawn cannot differ. Immutable.
 */
public final class Rules {

  /** What the weights of the tiers make together. */
  public static final long WHOLE = 1_000_000;

  private final Design design;
  private final String canonical;
  private final String hash;
  private final Map<String, Integer> tiers = new HashMap<>();
  private final Map<String, Design.Entry> items = new HashMap<>();
  private final List<Counter> counters;
  private final Promise[] promises;
  private final Tables tables;

  /** A counter of misses with the key of its number in the state. */
  record Counter(Design.Track track, int tier, String key) {

    /** Whether the next draw must hit. */
    boolean due(long misses) {
      return misses >= track.hard() - 1;
    }
  }

  /**
   * A rate-up.
   *
   * @param key where the state says that the next hit is featured, or null
   */
  record Promise(long share, String key) {}

  /**
   * @throws RulesRefused if {@link RulesCheck} finds a problem
   */
  public Rules(Design design) {
    List<Problem> problems = RulesCheck.problems(design);
    if (!problems.isEmpty()) {
      throw new RulesRefused(problems);
    }
    this.design = design;
    this.canonical = RulesText.write(design);
    this.hash = Codes.sha256(canonical);
    for (int i = 0; i < design.tiers().size(); i++) {
      tiers.put(design.tiers().get(i).name(), i);
    }
    design.items().forEach(item -> items.put(item.code(), item));
    this.counters =
        design.pity().stream()
            .map(track -> new Counter(track, tier(track.tier()), key(track)))
            .sorted(Comparator.comparingInt(Counter::tier).thenComparing(Counter::key))
            .toList();
    this.promises = new Promise[design.tiers().size()];
    design
        .rateUps()
        .forEach(up -> promises[tier(up.tier())] = new Promise(up.share(), promised(up)));
    this.tables = new Tables(this);
  }

  private String key(Design.Track track) {
    return scoped("pity." + track.tier() + (track.featured() ? ".featured" : ""), track.carry());
  }

  private String promised(Design.RateUp up) {
    return up.carry() == Design.Carry.NONE ? null : scoped("featured." + up.tier(), up.carry());
  }

  private String scoped(String name, Design.Carry carry) {
    return carry == Design.Carry.GROUP ? name : own(name);
  }

  /** The key of a number that belongs to this banner alone. */
  String own(String name) {
    return name + "@" + design.banner();
  }

  /**
   * Reads what {@link #canonical()} wrote.
   *
   * @throws IllegalArgumentException if the text is not of this engine's version
   */
  public static Rules parse(String canonical) {
    return new Rules(RulesText.read(canonical));
  }

  public Design design() {
    return design;
  }

  /** The rules as canonical JSON: what is published. */
  public String canonical() {
    return canonical;
  }

  /** Lower-case hexadecimal SHA-256 of {@link #canonical()}. */
  public String hash() {
    return hash;
  }

  /** The item with this code. */
  public Design.Entry item(String code) {
    Design.Entry item = items.get(code);
    if (item == null) {
      throw new NoSuchElementException("No item " + code);
    }
    return item;
  }

  /** Codes of the items that all fans share a stock of, in the published order. */
  public List<String> sharedItems() {
    return design.items().stream()
        .filter(item -> item.stock() > 0)
        .map(Design.Entry::code)
        .toList();
  }

  /** Position of a tier, 0 for the rarest. */
  int tier(String name) {
    return tiers.get(name);
  }

  /** The counters, those of the rarest tier first. */
  List<Counter> counters() {
    return counters;
  }

  /** The rate-up of a tier, or null. */
  Promise promise(int tier) {
    return promises[tier];
  }

  Tables tables() {
    return tables;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rules rules && canonical.equals(rules.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return canonical;
  }
}
