package fan.encore.finance;

import fan.encore.shared.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads lines of Stripe's itemized payout reconciliation report by the names in its header
 * (https://docs.stripe.com/reports/report-types/payout-reconciliation): amounts are in major units
 * with the currency's decimals, times in UTC, currencies in lower case. Columns it does not know
 * are passed over.
 */
final class SettlementColumns {

  private static final List<String> NEEDED =
      List.of(
          "balance_transaction_id",
          "created_utc",
          "currency",
          "gross",
          "fee",
          "net",
          "reporting_category",
          "source_id");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** A line that says something we do not understand. */
  static final class Unreadable extends Exception {
    private final String reason;

    /**
     * @param reason end of the key of its words, {@code finance.skip.<reason>}
     */
    Unreadable(String reason, String detail) {
      super(detail);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  private final Map<String, Integer> places = new HashMap<>();
  private final int width;

  /**
   * @throws Unreadable if the header lacks a column that we need
   */
  SettlementColumns(List<String> header) throws Unreadable {
    width = header.size();
    for (int i = 0; i < width; i++) {
      places.putIfAbsent(header.get(i).strip(), i);
    }
    for (String name : NEEDED) {
      if (!places.containsKey(name)) {
        throw new Unreadable("column", name);
      }
    }
  }

  /**
   * @throws Unreadable if a field is missing, no number, no time or no currency, has more decimals
   *     than its currency, or gross minus fee is not net
   */
  Theirs read(List<String> fields) throws Unreadable {
    if (fields.size() != width) {
      throw new Unreadable("width", fields.size() + " / " + width);
    }
    String currency = currency(needed(fields, "currency"));
    long gross = minor(fields, "gross", currency);
    long fee = minor(fields, "fee", currency);
    long net = minor(fields, "net", currency);
    if (gross - fee != net) {
      throw new Unreadable("sum", gross + " - " + fee + " / " + net);
    }
    String category = needed(fields, "reporting_category");
    return new Theirs(
        needed(fields, "balance_transaction_id"),
        kind(category),
        category,
        needed(fields, "source_id"),
        optional(fields, "charge_id"),
        optional(fields, "payment_metadata[reference]"),
        optional(fields, "refund_metadata[reference]"),
        time(needed(fields, "created_utc")),
        currency,
        gross,
        fee,
        text(fields, "description"));
  }

  /** Stripe's reporting categories (https://docs.stripe.com/reports/reporting-categories). */
  private static Ours.Kind kind(String category) {
    return switch (category) {
      case "charge" -> Ours.Kind.CHARGE;
      case "refund" -> Ours.Kind.REFUND;
      default -> Ours.Kind.OTHER;
    };
  }

  private String text(List<String> fields, String column) {
    Integer place = places.get(column);
    return place == null ? "" : fields.get(place).strip();
  }

  private String optional(List<String> fields, String column) {
    String text = text(fields, column);
    return text.isEmpty() ? null : text;
  }

  private String needed(List<String> fields, String column) throws Unreadable {
    String text = text(fields, column);
    if (text.isEmpty()) {
      throw new Unreadable("missing", column);
    }
    return text;
  }

  private static String currency(String text) throws Unreadable {
    String code = text.toUpperCase(Locale.ROOT);
    try {
      Money.zero(code);
      return code;
    } catch (IllegalArgumentException e) {
      throw new Unreadable("currency", text);
    }
  }

  private long minor(List<String> fields, String column, String currency) throws Unreadable {
    String text = needed(fields, column);
    try {
      if (!text.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?")) {
        throw new NumberFormatException();
      }
      return Money.ofMajor(new BigDecimal(text), currency).minor();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Unreadable("amount", column + " = " + text + " " + currency);
    }
  }

  private static Instant time(String text) throws Unreadable {
    try {
      return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new Unreadable("time", text);
    }
  }
}
