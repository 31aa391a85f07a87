package fan.encore.wallet.web;

import fan.encore.shared.Texts;
import fan.encore.wallet.EntryFilter;
import fan.encore.wallet.WalletEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/** Filters of the history as they stand in addresses: days of the business zone, both counted. */
final class WalletDays {

  private WalletDays() {}

  static EntryFilter filter(String purse, String kind, String from, String to) {
    LocalDate last = day(to);
    return new EntryFilter(
        text(purse), text(kind), start(day(from)), start(last == null ? null : last.plusDays(1)));
  }

  static String query(String purse, String kind, String from, String to) {
    return "purse="
        + coded(purse)
        + "&kind="
        + coded(kind)
        + "&from="
        + coded(from)
        + "&to="
        + coded(to);
  }

  static String describe(Locale locale, WalletEntry entry) {
    String other = entry.diamonds() > 0 ? "wallet.kind.other_in" : "wallet.kind.other_out";
    return Texts.find(locale, "wallet.kind." + entry.kind())
        .orElseGet(() -> Texts.get(locale, other));
  }

  static ZoneId zone() {
    return ZoneId.of(
        ConfigProvider.getConfig()
            .getOptionalValue("ENCORE_BUSINESS_ZONE", String.class)
            .orElse("Asia/Tokyo"));
  }

  private static Instant start(LocalDate day) {
    return day == null ? null : day.atStartOfDay(zone()).toInstant();
  }

  private static LocalDate day(String text) {
    try {
      return text(text) == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String text(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static String coded(String text) {
    return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
