package fan.encore.shared;

import java.text.NumberFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every text that people read. A key starts with the name of its bundle: {@code order.seats_taken}
 * is in {@code fan/encore/text/order.properties} and {@code order_ja.properties}, both UTF-8.
 *
 * <p>Placeholders are {@code {0}}, {@code {1}}; an apostrophe is an apostrophe.
 */
public final class Texts {

  /** The languages Encore speaks; the first is the one for everybody else. */
  public static final Locale[] LANGUAGES = {Locale.ENGLISH, Locale.JAPANESE};

  private static final String FOLDER = "fan.encore.text.";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
  private static final ResourceBundle.Control ENGLISH_ELSE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Texts() {}

  /**
   * The text in the reader's language, English if there is none.
   *
   * @param arguments values of the placeholders: numbers and {@link Money} are written as the
   *     locale does, null as nothing
   * @return the key itself between question marks if no bundle has it, so that it is seen
   */
  public static String get(Locale locale, String key, Object... arguments) {
    return find(locale, key).map(text -> fill(locale, text, arguments)).orElse("???" + key + "???");
  }

  /**
   * A moment at the clock of its place and with the name of its zone, for readers who may be
   * anywhere: {@code Nov 24, 2026, 7:00 PM CET}.
   *
   * @param day how much is said of the day
   */
  public static String moment(Locale locale, FormatStyle day, ZonedDateTime at) {
    return new DateTimeFormatterBuilder()
        .append(DateTimeFormatter.ofLocalizedDateTime(day, FormatStyle.SHORT))
        .appendPattern(" z")
        .toFormatter(locale)
        .format(at);
  }

  /** The text without its placeholders filled, or empty when no bundle has the key. */
  public static Optional<String> find(Locale locale, String key) {
    int dot = key.indexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(bundle(key.substring(0, dot), locale).getString(key));
    } catch (MissingResourceException unknown) {
      return Optional.empty();
    }
  }

  /** The language of {@link #LANGUAGES} that serves a locale; null asks for the first. */
  public static Locale language(Locale wished) {
    for (Locale language : LANGUAGES) {
      if (wished != null && language.getLanguage().equals(wished.getLanguage())) {
        return language;
      }
    }
    return LANGUAGES[0];
  }

  private static ResourceBundle bundle(String name, Locale locale) {
    return ResourceBundle.getBundle(
        FOLDER + name, locale, Texts.class.getClassLoader(), ENGLISH_ELSE);
  }

  static String fill(Locale locale, String text, Object... arguments) {
    if (arguments.length == 0) {
      return text;
    }
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> {
              int index = Integer.parseInt(found.group(1));
              String value =
                  index < arguments.length ? write(locale, arguments[index]) : found.group();
              return Matcher.quoteReplacement(value);
            });
  }

  private static String write(Locale locale, Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Money money) {
      return money.format(locale);
    }
    return value instanceof Number number
        ? NumberFormat.getInstance(locale).format(number)
        : value.toString();
  }
}
