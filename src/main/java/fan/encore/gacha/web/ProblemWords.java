package fan.encore.gacha.web;

import fan.encore.gacha.Problem;
import fan.encore.shared.Texts;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A problem of a draft in words, with the part of the form where it is. */
final class ProblemWords {

  private static final Pattern ITEM = Pattern.compile("items\\[(\\d+)].*");

  private ProblemWords() {}

  static String of(Problem problem, Locale locale) {
    return place(problem.field(), locale)
        + ": "
        + Texts.get(locale, problem.code(), problem.arguments().toArray());
  }

  private static String place(String field, Locale locale) {
    Matcher item = ITEM.matcher(field);
    if (item.matches()) {
      return Texts.get(locale, "banner.item.number", Integer.parseInt(item.group(1)) + 1);
    }
    return switch (field.split("[.\\[]")[0]) {
      case "items" -> Texts.get(locale, "banner.section.items");
      case "tiers", "pity", "rateUps" -> Texts.get(locale, "banner.section.tiers");
      case "steps" -> Texts.get(locale, "banner.step.title");
      case "prices", "guarantee", "ceiling", "box", "caps" ->
          Texts.get(locale, "banner.section.promises");
      default -> Texts.get(locale, "banner.section.about");
    };
  }
}
