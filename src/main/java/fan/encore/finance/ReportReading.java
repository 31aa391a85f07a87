package fan.encore.finance;

import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what a run found, always in the same order, so that equal figures read equally. */
final class ReportReading {

  private final Sql sql;
  private final LocalDate day;

  ReportReading(Sql sql, LocalDate day) {
    this.sql = sql;
    this.day = day;
  }

  Optional<DayReport.Header> header() {
    return sql.first(
        "select * from encore.reconciliation where business_day = ?", ReportReading::header, day);
  }

  /**
   * The whole report under a header.
   *
   * @param files the provider's days that belong to the report
   */
  DayReport under(DayReport.Header header, List<LocalDate> files) {
    return new DayReport(
        header,
        lines("outcome not in ('MATCHED', 'IN_TRANSIT')"),
        lines("outcome = 'IN_TRANSIT'"),
        totals(),
        settled(),
        balances(),
        checks(),
        skipped(files),
        suspense(),
        files(files));
  }

  /** All lines, those that match too. */
  List<DayReport.Line> lines() {
    return lines("true");
  }

  private List<DayReport.Line> lines(String which) {
    return sql.list(
        "select * from encore.reconciliation_line where business_day = ? and "
            + which
            + " order by provider, coalesce(ours_at, their_at), kind, item",
        ReportReading::line,
        day);
  }

  private List<DayReport.Total> totals() {
    return sql.list(
        "select * from encore.reconciliation_total where business_day = ? order by provider, currency, product",
        row ->
            new DayReport.Total(
                row.getString("provider"),
                row.getString("product"),
                row.getLong("charges"),
                money(row, "charged_minor", "currency"),
                money(row, "fee_minor", "currency"),
                row.getLong("refunds"),
                money(row, "refunded_minor", "currency")),
        day);
  }

  private List<DayReport.Settled> settled() {
    return sql.list(
        "select * from encore.reconciliation_settled where business_day = ? order by provider, currency, category",
        row ->
            new DayReport.Settled(
                row.getString("provider"),
                row.getString("category"),
                row.getLong("lines"),
                money(row, "gross_minor", "currency"),
                money(row, "fee_minor", "currency"),
                money(row, "net_minor", "currency")),
        day);
  }

  private List<DayReport.Balance> balances() {
    return sql.list(
        "select * from encore.reconciliation_balance where business_day = ? order by currency, account",
        row ->
            new DayReport.Balance(
                row.getString("currency"),
                row.getString("account"),
                row.getLong("opening"),
                row.getLong("debits"),
                row.getLong("credits")),
        day);
  }

  private List<DayReport.Check> checks() {
    return sql.list(
        "select code, violations, example from encore.reconciliation_check where business_day = ? order by position",
        row -> new DayReport.Check(row.getString(1), row.getLong(2), row.getString(3)),
        day);
  }

  private List<DayReport.SkippedLine> skipped(List<LocalDate> files) {
    return sql.list(
        "select f.file_date, s.* from encore.settlement_skip s join encore.settlement_file f on f.id = s.file_id"
            + " where f.file_date = any (?::date[]) order by f.provider, f.file_date, s.line_no",
        row ->
            new DayReport.SkippedLine(
                row.getObject("file_date", LocalDate.class),
                row.getInt("line_no"),
                "finance.skip." + row.getString("reason"),
                row.getString("detail"),
                row.getString("raw")),
        (Object) texts(files));
  }

  private List<DayReport.Suspense> suspense() {
    return sql.list(
        "select * from encore.reconciliation_suspense where business_day = ? order by since, payment",
        row ->
            new DayReport.Suspense(
                row.getString("payment"),
                money(row, "amount_minor", "currency"),
                Sql.instant(row, "since")),
        day);
  }

  private List<DayReport.File> files(List<LocalDate> files) {
    return sql.list(
        "select * from encore.settlement_file where file_date = any (?::date[]) order by provider, file_date",
        row ->
            new DayReport.File(
                row.getString("provider"),
                row.getObject("file_date", LocalDate.class),
                row.getString("sha256"),
                row.getInt("line_count"),
                Sql.instant(row, "fetched_at")),
        (Object) texts(files));
  }

  static DayReport.Header header(ResultSet row) throws SQLException {
    return new DayReport.Header(
        row.getObject("business_day", LocalDate.class),
        row.getString("zone"),
        row.getString("status").equals("BALANCED"),
        row.getLong("matched"),
        row.getLong("in_transit"),
        row.getLong("differences"),
        row.getLong("skipped"),
        row.getLong("failed_checks"),
        row.getString("sha256"),
        row.getInt("version"),
        Sql.instant(row, "made_at"));
  }

  private static DayReport.Line line(ResultSet row) throws SQLException {
    return new DayReport.Line(
        row.getString("provider"),
        Ours.Kind.valueOf(row.getString("kind")),
        row.getString("item"),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("payment"),
        row.getString("purpose"),
        money(row, "ours_minor", "ours_currency"),
        money(row, "ours_fee_minor", "ours_currency"),
        Sql.instant(row, "ours_at"),
        row.getObject("due_on", LocalDate.class),
        money(row, "their_minor", "their_currency"),
        money(row, "their_fee_minor", "their_currency"),
        Sql.instant(row, "their_at"),
        row.getString("their_source"));
  }

  private static Money money(ResultSet row, String minor, String currency) throws SQLException {
    String code = row.getString(currency);
    return code == null ? null : new Money(row.getLong(minor), code);
  }

  private static String[] texts(List<LocalDate> files) {
    return files.stream().map(LocalDate::toString).toArray(String[]::new);
  }
}
