package fan.encore.finance;

import fan.encore.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that the report of a business day says; page, PDF, XLSX and API show this.
 *
 * @param differences what a person must look at, in the order of provider, kind and item
 * @param inTransit what is in no file yet and not late
 * @param settled what the provider's files of the day come to
 * @param balances the trial balance at the end of the day
 * @param skipped lines of the day's files that could not be read
 * @param suspense captured money that nobody claimed for more than a day
 */
public record DayReport(
    Header header,
    List<Line> differences,
    List<Line> inTransit,
    List<Total> totals,
    List<Settled> settled,
    List<Balance> balances,
    List<Check> checks,
    List<SkippedLine> skipped,
    List<Suspense> suspense,
    List<File> files) {

  /**
   * The sums of the report.
   *
   * @param sha256 fingerprint of all figures; equal figures have equal ones
   * @param version rises when the figures of the day changed
   */
  public record Header(
      LocalDate day,
      String zone,
      boolean balanced,
      long matched,
      long inTransit,
      long differences,
      long skipped,
      long failedChecks,
      String sha256,
      int version,
      Instant madeAt) {}

  /**
   * Both sides of one thing; a side that is missing is null in all its parts.
   *
   * @param ours positive for money that came, negative for money given back
   * @param dueOn UTC day of the provider's file that must have it
   */
  public record Line(
      String provider,
      Ours.Kind kind,
      String item,
      Outcome outcome,
      String payment,
      String purpose,
      Money ours,
      Money ourFee,
      Instant ourTime,
      LocalDate dueOn,
      Money theirs,
      Money theirFee,
      Instant theirTime,
      String theirSource) {}

  /** What was paid and given back on the day, by our books; {@code net} is what should arrive. */
  public record Total(
      String provider,
      String product,
      long charges,
      Money charged,
      Money fee,
      long refunds,
      Money refunded) {
    public Money net() {
      return charged.minus(fee).minus(refunded);
    }
  }

  /** What the provider says it settled. */
  public record Settled(
      String provider, String category, long lines, Money gross, Money fee, Money net) {}

  /**
   * One account of the trial balance; credits less debits, whole minor units or diamonds.
   *
   * @param currency ISO 4217 code or {@code DIA}
   */
  public record Balance(String currency, String account, long opening, long debits, long credits) {
    public long closing() {
      return opening - debits + credits;
    }
  }

  /**
   * @param code key of its words
   * @param violations 0 is what it should be
   * @param example where it does not hold first, or null
   */
  public record Check(String code, long violations, String example) {
    public boolean holds() {
      return violations == 0;
    }
  }

  /**
   * @param reason key of its words
   */
  public record SkippedLine(LocalDate file, int line, String reason, String detail, String raw) {}

  /** Money of one payment without an owner. */
  public record Suspense(String payment, Money amount, Instant since) {}

  /** A file that the report rests on. */
  public record File(
      String provider, LocalDate date, String sha256, int lines, Instant fetchedAt) {}
}
