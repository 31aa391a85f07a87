package fan.encore.analytics;

import fan.encore.analytics.SalesReport.Part;
import fan.encore.shared.Money;
import fan.encore.shared.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reports as one table that a spreadsheet can sum and filter: a row for each part. */
public final class ReportFile {

  private static final List<String> COLUMNS =
      List.of(
          "part",
          "name",
          "detail",
          "orders",
          "quantity",
          "list",
          "cut",
          "tickets",
          "fees",
          "tax",
          "voucher",
          "money",
          "refunded",
          "currency");

  private final List<SalesReport> reports;
  private final FileFormat format;
  private final Locale locale;
  private Table table;

  /**
   * @param reports at least one
   */
  public ReportFile(List<SalesReport> reports, FileFormat format, Locale locale) {
    this.reports = List.copyOf(reports);
    this.format = format;
    this.locale = locale;
  }

  public String contentType() {
    return format.contentType();
  }

  /** Such as {@code moonrise-report.xlsx}. */
  public String fileName() {
    String slug = reports.get(0).slug();
    return (slug == null ? "encore" : slug) + "-report." + format.extension();
  }

  /** Writes everything and leaves the stream open. */
  public void writeTo(OutputStream out) throws IOException {
    ZoneId zone = ZoneId.of(reports.get(0).zone());
    try (Table made = format.table(out, zone, say("report.title"))) {
      table = made;
      table.heads(COLUMNS.stream().map(column -> say("column." + column)).toList());
      for (SalesReport report : reports) {
        write(report);
      }
    }
  }

  private void write(SalesReport report) throws IOException {
    parts("sums", List.of(report.sums()), report);
    parts("events", report.events(), report);
    parts("types", report.types(), report);
    parts("channels", report.channels(), report);
    parts("promos", report.promos(), report);
    parts("taxes", report.taxes(), report);
    SalesReport.Refunds refunds = report.refunds();
    row(
        report,
        "refunds",
        null,
        null,
        refunds.count(),
        refunds.tickets(),
        null,
        null,
        refunds.prices(),
        refunds.fees(),
        null,
        null,
        null,
        refunds.money());
    SalesReport.Payout payout = report.payout();
    amount(report, "payout", "sold", payout.sold());
    amount(report, "payout", "returned", payout.returned());
    amount(report, "payout", "fees", payout.fees());
    amount(report, "payout", "due", payout.due());
    amount(report, "payout", "by_hand", payout.byHand());
    amount(report, "books", "sales", report.books().sales());
    amount(report, "books", "refunded", report.books().refunded());
    amount(report, "books", "under_way", report.books().underWay());
  }

  private void parts(String name, List<Part> parts, SalesReport report) throws IOException {
    for (Part part : parts) {
      row(
          report,
          name,
          name.equals("channels") ? say("channel." + part.name()) : part.name(),
          part.detail(),
          part.orders(),
          part.tickets(),
          part.list(),
          part.cut(),
          part.prices(),
          part.fees(),
          part.tax(),
          part.voucher(),
          part.total(),
          part.refunded());
    }
  }

  private void amount(SalesReport report, String part, String name, Money money)
      throws IOException {
    row(
        report,
        part,
        say("report." + part + "." + name),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        money,
        null);
  }

  private void row(SalesReport report, String part, Object... values) throws IOException {
    table.row(
        Stream.concat(
                Stream.of((Object) say("report." + part)),
                Stream.concat(Arrays.stream(values), Stream.of((Object) report.currency())))
            .toList());
  }

  private String say(String key) {
    return Texts.get(locale, "analytics." + key);
  }
}
