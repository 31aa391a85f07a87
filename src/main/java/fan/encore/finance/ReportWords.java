package fan.encore.finance;

import fan.encore.shared.Money;
import fan.encore.shared.Texts;
import fan.encore.wallet.AccountRef;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** Words and cells that both documents share; the figures are those of the page. */
final class ReportWords {

  private final Locale locale;
  private final ZoneId zone;

  ReportWords(Locale locale, String zone) {
    this.locale = locale;
    this.zone = ZoneId.of(zone);
  }

  String say(String key, Object... arguments) {
    return Texts.get(locale, key, arguments);
  }

  /** Texts of several keys under {@code finance.}. */
  List<String> heads(String... keys) {
    return List.of(keys).stream().map(key -> say("finance." + key)).toList();
  }

  /** Of the columns of {@link DayReport#totals()}. */
  List<String> totalHeads() {
    return heads(
        "provider",
        "currency",
        "product",
        "charges",
        "charged",
        "fee",
        "refunds",
        "refunded",
        "net");
  }

  /** Of the columns of {@link DayReport#settled()}. */
  List<String> settledHeads() {
    return heads("provider", "currency", "category", "count", "gross", "fee", "net");
  }

  /** Of the columns of {@link DayReport#balances()}. */
  List<String> balanceHeads() {
    return heads("currency", "account", "opening", "debits", "credits", "closing");
  }

  /** Of the columns of {@link DayReport#skipped()}. */
  List<String> skippedHeads() {
    return heads("file", "line", "reason", "detail", "raw");
  }

  String date(LocalDate day, FormatStyle style) {
    return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale).format(day);
  }

  String time(Instant at) {
    return at == null
        ? ""
        : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", locale).format(at.atZone(zone));
  }

  String number(long value) {
    return NumberFormat.getInstance(locale).format(value);
  }

  String money(Money value) {
    return value == null ? "–" : value.format(locale);
  }

  /** An amount of a ledger account; diamonds are no money. */
  String amount(long value, String currency) {
    return AccountRef.isVirtual(currency)
        ? number(value)
        : new Money(value, currency).format(locale);
  }

  String outcome(Outcome outcome) {
    return say("finance.outcome." + outcome);
  }

  /** The product in words, the code itself for one that we have no word for. */
  String product(String purpose) {
    return purpose == null ? "" : Texts.find(locale, "finance.product." + purpose).orElse(purpose);
  }

  String kind(Ours.Kind kind) {
    return say("finance.kind." + kind);
  }

  /** Of the columns of {@link UnusedFigure#rows()}. */
  List<String> unusedHeads() {
    return heads(
        "unused.channel",
        "currency",
        "unused.unit",
        "unused.counted",
        "unused.lots",
        "unused.issued",
        "unused.remaining",
        "unused.value");
  }

  List<String> unusedRow(UnusedFigure.Row row) {
    return List.of(
        row.channel(),
        row.currency() == null ? "" : row.currency(),
        unitYen(row.unitMicro()),
        exempt(row),
        number(row.lots()),
        number(row.issued()),
        number(row.remaining()),
        money(row.value()));
  }

  String unitYen(long micro) {
    return BigDecimal.valueOf(micro, 6).stripTrailingZeros().toPlainString();
  }

  String exempt(UnusedFigure.Row row) {
    return say("finance.unused." + (row.exempt() ? "exempt_row" : "counted_row"));
  }
}
