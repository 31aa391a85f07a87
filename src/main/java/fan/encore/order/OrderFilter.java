package fan.encore.order;

import fan.encore.shared.Where;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which orders somebody looks for. What is null or empty does not narrow.
 *
 * @param text part of the name or mail address, or the beginning of the order's code
 * @param event slug
 * @param from placed then or later
 * @param until placed before then
 * @param after where the page before ended: {@link OrdersFound#next()}
 * @param size rows of a page, 1 to 200
 */
public record OrderFilter(
    String text,
    String event,
    OrderStatus status,
    Instant from,
    Instant until,
    String after,
    int size) {

  private static final Pattern PLACE = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

  public OrderFilter {
    text = blank(text) ? null : text.strip();
    event = blank(event) ? null : event.strip();
    after = after != null && PLACE.matcher(after).matches() ? after : null;
    size = Math.min(200, Math.max(1, size));
  }

  /**
   * From what somebody chose in a form. A word that is no status and a text that is no day do not
   * narrow.
   *
   * @param from first day, as {@code 2026-11-21}
   * @param until last day
   * @param zone whose days they are
   */
  public static OrderFilter ofDays(
      String text, String event, String status, String from, String until, ZoneId zone) {
    OrderStatus wanted =
        Arrays.stream(OrderStatus.values())
            .filter(one -> one.name().equals(status))
            .findFirst()
            .orElse(null);
    return new OrderFilter(
        text, event, wanted, start(from, 0, zone), start(until, 1, zone), null, 1);
  }

  /** The same from a place on, in pages of a size. */
  public OrderFilter page(String place, int rows) {
    return new OrderFilter(text, event, status, from, until, place, rows);
  }

  private static Instant start(String day, int later, ZoneId zone) {
    try {
      return blank(day)
          ? null
          : LocalDate.parse(day).plusDays(later).atStartOfDay(zone).toInstant();
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }

  /**
   * Adds the conditions for a query in which {@code o} is the order, {@code e} its event and {@code
   * a} the buyer's account.
   */
  public void narrow(Where where) {
    where.equal("e.slug", event).equal("o.status", status);
    if (text != null) {
      String part = "%" + literal(text) + "%";
      where.and(
          "o.code like ? or o.holder_name ilike ? or a.email ilike ?",
          literal(text.toUpperCase(Locale.ROOT)) + "%",
          part,
          part);
    }
    if (from != null) {
      where.and("o.placed_at >= ?", from);
    }
    if (until != null) {
      where.and("o.placed_at < ?", until);
    }
  }

  /** Adds the place where the page begins. */
  void begin(Where where) {
    if (after != null) {
      where.and(
          "(o.placed_at, o.id) < (timestamptz 'epoch' + ? * interval '1 microsecond', ?)",
          afterMicros(),
          afterId());
    }
  }

  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /** Microseconds since 1970 of the last row of the page before. */
  private long afterMicros() {
    return Long.parseLong(after.substring(0, after.indexOf('-')));
  }

  /** Number of the last row of the page before. */
  private long afterId() {
    return Long.parseLong(after.substring(after.indexOf('-') + 1));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
