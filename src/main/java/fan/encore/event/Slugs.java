package fan.encore.event;

import fan.encore.shared.Codes;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Names for addresses: lower-case letters, digits and hyphens, 2 to 60 characters. */
final class Slugs {

  private static final int LONGEST = 50;

  private Slugs() {}

  /**
   * The name as a slug; with a random end when it is taken or has too few Latin letters.
   *
   * @param fallback what stands in for a name without Latin letters
   */
  static String unused(String name, String fallback, Predicate<String> taken) {
    String slug = of(name);
    if (slug.length() >= 2 && !taken.test(slug)) {
      return slug;
    }
    String random = Codes.random("", 6).toLowerCase(Locale.ROOT);
    return (slug.length() >= 2 ? slug : fallback) + "-" + random;
  }

  static String of(String name) {
    String ascii =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = ascii.length() > LONGEST ? ascii.substring(0, LONGEST) : ascii;
    return cut.replaceAll("^-+|-+$", "");
  }
}
