package fan.encore.order;

import java.time.Instant;
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

  /** Microseconds since 1970 of the last row of the page before. */
  long afterMicros() {
    return Long.parseLong(after.substring(0, after.indexOf('-')));
  }

  /** Number of the last row of the page before. */
  long afterId() {
    return Long.parseLong(after.substring(after.indexOf('-') + 1));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
