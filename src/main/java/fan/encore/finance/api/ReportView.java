package fan.encore.finance.api;

import fan.encore.app.api.Amount;
import fan.encore.finance.DayReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A report as programs see it.
 *
 * @param sha256 fingerprint of all figures
 * @param balances credits less debits in whole minor units or diamonds
 */
public record ReportView(
    String zone,
    boolean balanced,
    long matched,
    long inTransitCount,
    int version,
    String sha256,
    Instant madeAt,
    List<Line> differences,
    List<Line> inTransit,
    List<Total> totals,
    List<Settled> settled,
    List<DayReport.Balance> balances,
    List<DayReport.Check> checks,
    List<DayReport.SkippedLine> skipped,
    List<Held> suspense) {

  /** Both sides; a side that is missing is null in all its parts. */
  @Schema(name = "ReportLine")
  public record Line(
      String provider,
      String kind,
      String item,
      String outcome,
      String payment,
      String product,
      Amount ours,
      Amount ourFee,
      Instant ourTime,
      LocalDate dueOn,
      Amount theirs,
      Amount theirFee,
      Instant theirTime,
      String theirSource) {
    static Line of(DayReport.Line line) {
      return new Line(
          line.provider(),
          line.kind().name(),
          line.item(),
          line.outcome().name(),
          line.payment(),
          line.purpose(),
          Amount.of(line.ours()),
          Amount.of(line.ourFee()),
          line.ourTime(),
          line.dueOn(),
          Amount.of(line.theirs()),
          Amount.of(line.theirFee()),
          line.theirTime(),
          line.theirSource());
    }
  }

  /** By provider, currency and product. */
  @Schema(name = "ReportTotal")
  public record Total(
      String provider,
      String product,
      long charges,
      Amount charged,
      Amount fee,
      long refunds,
      Amount refunded,
      Amount net) {
    static Total of(DayReport.Total total) {
      return new Total(
          total.provider(),
          total.product(),
          total.charges(),
          Amount.of(total.charged()),
          Amount.of(total.fee()),
          total.refunds(),
          Amount.of(total.refunded()),
          Amount.of(total.net()));
    }
  }

  /** What the provider's files of the day come to. */
  @Schema(name = "ReportSettled")
  public record Settled(
      String provider, String category, long lines, Amount gross, Amount fee, Amount net) {
    static Settled of(DayReport.Settled part) {
      return new Settled(
          part.provider(),
          part.category(),
          part.lines(),
          Amount.of(part.gross()),
          Amount.of(part.fee()),
          Amount.of(part.net()));
    }
  }

  /** Captured money that nobody claimed for more than a day. */
  @Schema(name = "ReportHeld")
  public record Held(String payment, Amount amount, Instant since) {}

  static ReportView of(DayReport report) {
    DayReport.Header header = report.header();
    return new ReportView(
        header.zone(),
        header.balanced(),
        header.matched(),
        header.inTransit(),
        header.version(),
        header.sha256(),
        header.madeAt(),
        report.differences().stream().map(Line::of).toList(),
        report.inTransit().stream().map(Line::of).toList(),
        report.totals().stream().map(Total::of).toList(),
        report.settled().stream().map(Settled::of).toList(),
        report.balances(),
        report.checks(),
        report.skipped(),
        report.suspense().stream()
            .map(held -> new Held(held.payment(), Amount.of(held.amount()), held.since()))
            .toList());
  }
}
