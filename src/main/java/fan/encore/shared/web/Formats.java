package fan.encore.shared.web;

import fan.encore.shared.Money;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Functions of the tag library {@code http://encore.fan/tags}; null is written as nothing. */
public final class Formats {

  private static final Map<String, FormatStyle> STYLES =
      Map.of("short", FormatStyle.SHORT, "long", FormatStyle.LONG, "full", FormatStyle.FULL);

  private Formats() {}

  /** An amount as the view's language writes it: {@code ¥1,200}. */
  public static String money(Money value) {
    return value == null ? "" : value.format(locale());
  }

  /** A whole number with the language's separators: {@code 12,000}. */
  public static String number(Number value) {
    return value == null ? "" : NumberFormat.getInstance(locale()).format(value);
  }

  /** Parts of a million as a percentage without trailing zeros: 12500 is {@code 1.25%}. */
  public static String perMillion(Number value) {
    if (value == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getPercentInstance(locale());
    format.setMaximumFractionDigits(4);
    return format.format(BigDecimal.valueOf(value.longValue(), 6));
  }

  /**
   * A moment as people read it.
   *
   * @param zone a {@link ZoneId}, its name, or null for the business zone
   * @param style {@code datetime} (default), {@code date}, {@code time}, or one of {@code short},
   *     {@code long}, {@code full} for the whole date with time
   */
  public static String instant(Instant value, Object zone, String style) {
    if (value == null) {
      return "";
    }
    return formatter(style).withLocale(locale()).format(value.atZone(zone(zone)));
  }

  /** A calendar day as people read it: {@code 21 Nov 2026}. */
  public static String date(LocalDate value) {
    return value == null
        ? ""
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale()).format(value);
  }

  /** Short name of the zone at that moment, such as {@code JST}. */
  public static String zoneName(Instant value, Object zone) {
    return value == null
        ? ""
        : DateTimeFormatter.ofPattern("zzz", locale()).format(value.atZone(zone(zone)));
  }

  /** The client id of a neighbour in the same naming container, null if there is none. */
  public static String clientId(UIComponent component, String id) {
    UIComponent found = component == null ? null : component.findComponent(id);
    return found == null ? null : found.getClientId(FacesContext.getCurrentInstance());
  }

  private static DateTimeFormatter formatter(String style) {
    String wished = style == null || style.isEmpty() ? "datetime" : style;
    return switch (wished) {
      case "date" -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
      case "time" -> DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
      default ->
          DateTimeFormatter.ofLocalizedDateTime(
              STYLES.getOrDefault(wished, FormatStyle.MEDIUM), FormatStyle.SHORT);
    };
  }

  private static ZoneId zone(Object zone) {
    if (zone instanceof ZoneId id) {
      return id;
    }
    if (zone != null && !zone.toString().isEmpty()) {
      return ZoneId.of(zone.toString());
    }
    return ConfigProvider.getConfig()
        .getOptionalValue("ENCORE_BUSINESS_ZONE", String.class)
        .map(ZoneId::of)
        .orElse(ZoneId.of("Asia/Tokyo"));
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }
}
