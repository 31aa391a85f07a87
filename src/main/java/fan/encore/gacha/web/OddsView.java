package fan.encore.gacha.web;

import fan.encore.collection.Rarity;
import fan.encore.gacha.Design;
import fan.encore.gacha.OddsVersion;
import fan.encore.gacha.Rules;
import fan.encore.shared.Money;
import fan.encore.shared.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Rules as fans see them: on the pages of a banner, and for the artist before they are published.
 * Both show this object, so that nothing can look different once it is public.
 */
public final class OddsView {

  /**
   * An item to show.
   *
   * @param pictureKey of its picture, or null while it has none
   */
  public record Shown(String name, String pictureKey) {}

  private final Rules rules;
  private final Map<String, Shown> items;
  private final Locale locale;
  private final ChanceRow.Writer writer;

  /**
   * @param items by code
   * @param money what so many diamonds cost at most, or null
   */
  public OddsView(Rules rules, Map<String, Shown> items, Locale locale, LongFunction<Money> money) {
    this.rules = rules;
    this.items = Map.copyOf(items);
    this.locale = locale;
    this.writer = new ChanceRow.Writer(locale, money);
  }

  /** A version as it was published. */
  static OddsView of(OddsVersion version, Locale locale, LongFunction<Money> money) {
    Map<String, Shown> items = new HashMap<>();
    version
        .items()
        .forEach((code, item) -> items.put(code, new Shown(item.name(), item.pictureKey())));
    return new OddsView(version.rules(), items, locale, money);
  }

  public Design getDesign() {
    return rules.design();
  }

  public boolean isBox() {
    return rules.design().box() != null;
  }

  /** The tiers that can come up, the rarest first. */
  public List<ChanceRow> getTiers() {
    return writer.tiers(rules);
  }

  /** The items of a tier in the published order. */
  public List<ChanceRow> itemsOf(String tier) {
    return writer.items(rules, tier);
  }

  /** Whether a tier has the name of a rarity, and so its colour. */
  public boolean isRarity(String tier) {
    return Stream.of(Rarity.values()).anyMatch(rarity -> rarity.name().equals(tier));
  }

  public String name(String code) {
    return items.containsKey(code) ? items.get(code).name() : code;
  }

  /** Address of the picture, empty if there is none. */
  public String picture(String code) {
    Shown shown = items.get(code);
    return shown == null || shown.pictureKey() == null ? "" : "/media/" + shown.pictureKey();
  }

  /** What is special about an item, in a word or two each. */
  public List<String> marks(String code) {
    Design.Entry item = rules.item(code);
    List<String> marks = new ArrayList<>();
    if (item.featured()) {
      marks.add(Texts.get(locale, "odds.mark.featured"));
    }
    if (item.copies() > 0) {
      marks.add(Texts.get(locale, "odds.mark.copies", item.copies()));
    }
    if (item.stock() > 0) {
      marks.add(Texts.get(locale, "odds.mark.stock", item.stock()));
    }
    if (item.weight() == 0 && item.copies() == 0) {
      marks.add(Texts.get(locale, "odds.mark.not_by_chance"));
    }
    return marks;
  }

  /** What is promised besides chances. */
  public List<String> getWords() {
    return RulesWords.of(rules, this::name, locale);
  }

  /** The chances of a step's tiers, or an empty list when it leaves them as they are. */
  public List<String> chances(Design.Step step) {
    List<String> chances = new ArrayList<>();
    for (int i = 0; i < step.weights().size(); i++) {
      String tier = rules.design().tiers().get(i).name();
      chances.add(tier + " " + Percent.of(step.weights().get(i), locale));
    }
    return chances;
  }
}
