package fan.encore.gacha.web;

import fan.encore.gacha.Design;
import fan.encore.gacha.Rules;
import fan.encore.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A banner's rules in sentences: what can be promised besides chances. */
final class RulesWords {

  private final Design design;
  private final UnaryOperator<String> names;
  private final Locale locale;
  private final List<String> sentences = new ArrayList<>();

  private RulesWords(Design design, UnaryOperator<String> names, Locale locale) {
    this.design = design;
    this.names = names;
    this.locale = locale;
  }

  /**
   * @param names the name of an item by its code
   */
  static List<String> of(Rules rules, UnaryOperator<String> names, Locale locale) {
    RulesWords words = new RulesWords(rules.design(), names, locale);
    words.counters();
    words.rateUps();
    words.guarantee();
    words.ceiling();
    words.box();
    words.stock();
    words.limits();
    return List.copyOf(words.sentences);
  }

  private void counters() {
    for (Design.Track track : design.pity()) {
      String kind = track.featured() ? "odds.words.pity_featured" : "odds.words.pity";
      say(kind, track.tier(), track.hard() - 1, track.hard());
      if (track.step() > 0) {
        say("odds.words.soft", track.tier(), track.after() + 1, Percent.of(track.step(), locale));
      }
      boolean group = track.carry() == Design.Carry.GROUP;
      say(group ? "odds.words.counter_group" : "odds.words.counter_banner", design.group());
    }
  }

  private void rateUps() {
    for (Design.RateUp up : design.rateUps()) {
      String items =
          design.items().stream()
              .filter(item -> item.featured() && item.tier().equals(up.tier()))
              .map(item -> names.apply(item.code()))
              .collect(Collectors.joining(", "));
      say("odds.words.rate_up", up.tier(), Percent.of(up.share(), locale), items);
      say("odds.words.rate_up_" + up.carry().name().toLowerCase(Locale.ROOT), up.tier());
    }
  }

  private void guarantee() {
    if (design.guarantee() != null) {
      say("odds.words.ten", design.guarantee());
    }
    if (design.steps() != null) {
      say("odds.words.steps_" + design.steps().then().name().toLowerCase(Locale.ROOT));
    }
  }

  private void ceiling() {
    if (design.ceiling() != null) {
      String items = design.ceiling().items().stream().map(names).collect(Collectors.joining(", "));
      say(
          "odds.words.ceiling",
          design.ceiling().points(),
          design.ceiling().price(),
          items,
          (design.ceiling().price() + design.ceiling().points() - 1) / design.ceiling().points());
    }
  }

  private void box() {
    if (design.box() == null) {
      say(design.pity().isEmpty() ? "odds.words.independent" : "odds.words.again");
      return;
    }
    say("odds.words.box", design.items().stream().mapToLong(Design.Entry::copies).sum());
    say("odds.words.box_" + design.box().reset().name().toLowerCase(Locale.ROOT));
    if (design.box().lastOne() != null) {
      say("odds.words.last_one", names.apply(design.box().lastOne()));
    }
  }

  private void stock() {
    for (Design.Entry item : design.items()) {
      if (item.stock() > 0) {
        String name = names.apply(item.code());
        say("odds.words.stock", name, item.stock(), names.apply(item.substitute()));
      }
    }
  }

  private void limits() {
    if (design.caps().daily() > 0) {
      say("odds.words.daily_cap", design.caps().daily());
    }
    if (design.caps().total() > 0) {
      say("odds.words.total_cap", design.caps().total());
    }
    if (design.freeDaily()) {
      say("odds.words.free_daily", design.zone());
    }
    if (design.paidOnly()) {
      say("odds.words.paid_only");
    }
  }

  private void say(String key, Object... arguments) {
    sentences.add(Texts.get(locale, key, arguments));
  }
}
