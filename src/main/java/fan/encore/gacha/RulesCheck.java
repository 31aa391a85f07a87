package fan.encore.gacha;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what is wrong with a design, all of it and with its place. */
public final class RulesCheck {

  private static final long MOST_WEIGHT = 1_000_000_000;

  private final Design design;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> tiers = new HashSet<>();
  private final Set<String> items = new HashSet<>();

  private RulesCheck(Design design) {
    this.design = design;
  }

  /** Empty when the design may become {@link Rules}. */
  public static List<Problem> problems(Design design) {
    RulesCheck check = new RulesCheck(design);
    check.zone();
    check.tiers();
    check.items();
    check.prices();
    check.pity();
    check.rateUps();
    check.tierKnown("guarantee", design.guarantee());
    check.steps();
    check.ceiling();
    check.box();
    check.range("caps.daily", design.caps().daily(), 0, MOST_WEIGHT);
    check.range("caps.total", design.caps().total(), 0, MOST_WEIGHT);
    return List.copyOf(check.problems);
  }

  private void zone() {
    try {
      ZoneId.of(design.zone());
    } catch (DateTimeException e) {
      problem("zone", "gacha.rules.zone_unknown");
    }
  }

  private void tiers() {
    range("tiers", design.tiers().size(), 1, 8);
    for (Design.Tier tier : design.tiers()) {
      if (!tier.name().matches("[A-Za-z0-9]{1,12}") || !tiers.add(tier.name())) {
        problem("tiers", "gacha.rules.tier_name");
      }
    }
    weights("tiers", design.tiers().stream().map(Design.Tier::weight).toList());
  }

  private void weights(String field, List<Long> weights) {
    long whole = design.box() == null ? Rules.WHOLE : 0;
    long sum = weights.stream().mapToLong(Long::longValue).sum();
    if (weights.size() != design.tiers().size()
        || sum != whole
        || weights.stream().anyMatch(weight -> weight < 0 || weight > whole)) {
      String code = design.box() == null ? "gacha.odds_not_whole" : "gacha.rules.box_weights";
      problem(field, code, java.math.BigDecimal.valueOf(sum, 4).toPlainString());
    }
  }

  private void items() {
    range("items", design.items().size(), 1, 200);
    design.items().forEach(item -> items.add(item.code()));
    if (items.size() != design.items().size()) {
      problem("items", "gacha.rules.item_twice");
    }
    for (int i = 0; i < design.items().size(); i++) {
      item("items[" + i + "]", design.items().get(i));
    }
    for (int i = 0; i < design.tiers().size(); i++) {
      String tier = design.tiers().get(i).name();
      if (design.box() == null && reachable(i) && weight(tier, null) == 0) {
        problem("tiers[" + i + "]", "gacha.rules.tier_without_item", tier);
      }
    }
  }

  /** Whether a hit of this tier can come up at all. */
  private boolean reachable(int tier) {
    String name = design.tiers().get(tier).name();
    return design.tiers().get(tier).weight() > 0
        || name.equals(design.guarantee())
        || design.pity().stream().anyMatch(track -> track.tier().equals(name))
        || design.steps() != null
            && design.steps().list().stream()
                .anyMatch(
                    step ->
                        name.equals(step.guarantee())
                            || tier < step.weights().size() && step.weights().get(tier) > 0);
  }

  private long weight(String tier, Boolean featured) {
    return design.items().stream()
        .filter(item -> item.tier().equals(tier))
        .filter(item -> featured == null || featured == item.featured())
        .mapToLong(Design.Entry::weight)
        .sum();
  }

  private void item(String field, Design.Entry item) {
    if (!item.code().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      problem(field + ".code", "gacha.rules.item_code");
    }
    tierKnown(field + ".tier", item.tier());
    range(field + ".weight", item.weight(), 0, design.box() == null ? MOST_WEIGHT : 0);
    range(field + ".copies", item.copies(), 0, design.box() == null ? 0 : 100_000);
    range(field + ".stock", item.stock(), 0, MOST_WEIGHT);
    if (item.stock() > 0 != (item.substitute() != null)) {
      problem(field + ".substitute", "gacha.rules.substitute_with_stock");
    }
    if (item.substitute() != null
        && design.items().stream()
            .noneMatch(other -> other.code().equals(item.substitute()) && other.stock() == 0)) {
      problem(field + ".substitute", "gacha.rules.substitute_endless");
    }
    if (item.featured()
        && design.rateUps().stream().noneMatch(up -> up.tier().equals(item.tier()))) {
      problem(field + ".featured", "gacha.rules.featured_without_rate_up", item.tier());
    }
  }

  private void prices() {
    if (design.steps() == null) {
      range("prices", design.prices().size(), 1, 10);
    } else if (!design.prices().isEmpty()) {
      problem("prices", "gacha.rules.prices_or_steps");
    }
    Set<Integer> counts = new HashSet<>();
    for (int i = 0; i < design.prices().size(); i++) {
      Design.Price price = design.prices().get(i);
      range("prices[" + i + "].count", price.count(), 1, 10);
      range("prices[" + i + "].price", price.price(), 1, MOST_WEIGHT);
      if (!counts.add(price.count())) {
        problem("prices[" + i + "].count", "gacha.rules.count_twice");
      }
    }
  }

  private void pity() {
    Set<String> known = new HashSet<>();
    for (int i = 0; i < design.pity().size(); i++) {
      Design.Track track = design.pity().get(i);
      String field = "pity[" + i + "]";
      tierKnown(field + ".tier", track.tier());
      range(field + ".hard", track.hard(), 2, 1_000);
      range(field + ".after", track.after(), 0, track.hard());
      range(field + ".step", track.step(), 0, Rules.WHOLE);
      if (track.carry() == Design.Carry.NONE || !known.add(track.tier() + track.featured())) {
        problem(field + ".tier", "gacha.rules.track_twice");
      }
      if (track.featured()
          && (track.step() > 0
              || design.rateUps().stream().noneMatch(up -> up.tier().equals(track.tier())))) {
        problem(field + ".featured", "gacha.rules.featured_track");
      }
    }
  }

  private void rateUps() {
    Set<String> known = new HashSet<>();
    for (int i = 0; i < design.rateUps().size(); i++) {
      Design.RateUp up = design.rateUps().get(i);
      String field = "rateUps[" + i + "]";
      tierKnown(field + ".tier", up.tier());
      range(field + ".share", up.share(), 1, Rules.WHOLE);
      if (!known.add(up.tier())) {
        problem(field + ".tier", "gacha.rules.rate_up_twice");
      }
      if (weight(up.tier(), true) == 0
          || up.share() < Rules.WHOLE && weight(up.tier(), false) == 0) {
        problem(field + ".tier", "gacha.rules.rate_up_items", up.tier());
      }
    }
  }

  private void steps() {
    if (design.steps() == null) {
      return;
    }
    range("steps", design.steps().list().size(), 1, 20);
    for (int i = 0; i < design.steps().list().size(); i++) {
      Design.Step step = design.steps().list().get(i);
      String field = "steps[" + i + "]";
      range(field + ".count", step.count(), 1, 10);
      range(field + ".price", step.price(), 1, MOST_WEIGHT);
      tierKnown(field + ".guarantee", step.guarantee());
      if (!step.weights().isEmpty()) {
        weights(field + ".weights", step.weights());
      }
    }
  }

  private void ceiling() {
    if (design.ceiling() != null) {
      range("ceiling.points", design.ceiling().points(), 1, MOST_WEIGHT);
      range("ceiling.price", design.ceiling().price(), 1, MOST_WEIGHT);
      if (design.ceiling().items().isEmpty() || !items.containsAll(design.ceiling().items())) {
        problem("ceiling.items", "gacha.rules.ceiling_items");
      }
    }
  }

  private void box() {
    if (design.box() == null) {
      return;
    }
    if (!design.pity().isEmpty()
        || !design.rateUps().isEmpty()
        || design.guarantee() != null
        || design.steps() != null) {
      problem("box", "gacha.rules.box_alone");
    }
    if (design.items().stream().mapToLong(Design.Entry::copies).sum() == 0) {
      problem("box", "gacha.rules.box_empty");
    }
    if (design.box().reset() == Design.Reset.KEYS
        && design.items().stream().noneMatch(item -> item.key() && item.copies() > 0)) {
      problem("box.reset", "gacha.rules.box_keys");
    }
    if (design.box().lastOne() != null && !items.contains(design.box().lastOne())) {
      problem("box.lastOne", "gacha.rules.item_unknown");
    }
  }

  private void tierKnown(String field, String tier) {
    if (tier != null && !tiers.contains(tier)) {
      problem(field, "gacha.rules.tier_unknown", tier);
    }
  }

  private void range(String field, long number, long least, long most) {
    if (number < least || number > most) {
      problem(field, "gacha.rules.range", least, most);
    }
  }

  private void problem(String field, String code, Object... arguments) {
    problems.add(new Problem(field, code, List.of(arguments)));
  }
}
