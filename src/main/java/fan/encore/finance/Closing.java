package fan.encore.finance;

import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import fan.encore.shared.Texts;
import fan.encore.storage.Storage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the report of a day out of what a run found, its documents, and the mail about it. */
@Stateless
@RolesAllowed("SYSTEM")
public class Closing {

  static final String PDF = "application/pdf";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject private Sql sql;
  @Inject private BusinessDays days;
  @Inject private JobRuns runs;
  @Inject private Storage storage;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private Optional<String> baseUrl;

  /**
   * Publishes the report and ends the run, all in one transaction. When the figures are those that
   * were published before, nothing is made and nobody is told.
   *
   * @param generation number of the run that began; lines of older ones are not found any more
   * @param runId number of the run under way; another one if it goes on where that one failed
   * @throws LeaseLost if the run is another node's by now
   */
  public void publish(LocalDate day, long generation, long runId) {
    sql.update(
        "delete from encore.reconciliation_line where business_day = ? and generation <> ?",
        day,
        generation);
    ReportReading reading = new ReportReading(sql, day);
    Optional<DayReport.Header> before = reading.header();
    DayReport report = reading.under(fresh(day, before), days.filesOf(day));
    String sha256 = fingerprint(report, reading.lines());
    if (before.isEmpty() || !before.get().sha256().equals(sha256)) {
      DayReport published = withHeader(report, sha256);
      enter(published.header(), runId);
      documents(published, reading.lines());
      tell(published.header());
    }
    runs.done(runId);
  }

  private DayReport.Header fresh(LocalDate day, Optional<DayReport.Header> before) {
    return new DayReport.Header(
        day,
        days.zone().getId(),
        false,
        sql.number(
            "select count(*) from encore.reconciliation_line where business_day = ? and outcome = 'MATCHED'",
            day),
        0,
        0,
        0,
        0,
        "",
        before.map(DayReport.Header::version).orElse(0) + 1,
        clock.instant());
  }

  /** Of everything but when and how often it was made. */
  static String fingerprint(DayReport report, List<DayReport.Line> lines) {
    StringBuilder text = new StringBuilder(report.header().zone());
    lines.forEach(line -> text.append('\n').append(line));
    List.of(
            report.totals(),
            report.settled(),
            report.balances(),
            report.checks(),
            report.skipped(),
            report.suspense())
        .forEach(part -> text.append('\n').append(part));
    report.files().forEach(file -> text.append('\n').append(file.date()).append(file.sha256()));
    return Codes.sha256(text.toString());
  }

  private static DayReport withHeader(DayReport report, String sha256) {
    DayReport.Header fresh = report.header();
    long failed = report.checks().stream().filter(check -> !check.holds()).count();
    boolean balanced = report.differences().isEmpty() && report.skipped().isEmpty() && failed == 0;
    DayReport.Header header =
        new DayReport.Header(
            fresh.day(),
            fresh.zone(),
            balanced,
            fresh.matched(),
            report.inTransit().size(),
            report.differences().size(),
            report.skipped().size(),
            failed,
            sha256,
            fresh.version(),
            fresh.madeAt());
    return new DayReport(
        header,
        report.differences(),
        report.inTransit(),
        report.totals(),
        report.settled(),
        report.balances(),
        report.checks(),
        report.skipped(),
        report.suspense(),
        report.files());
  }

  private void enter(DayReport.Header header, long runId) {
    sql.update("delete from encore.reconciliation where business_day = ?", header.day());
    sql.update(
        "insert into encore.reconciliation (business_day, zone, status, matched, in_transit, differences,"
            + " skipped, failed_checks, sha256, version, run_id, made_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        header.day(),
        header.zone(),
        header.balanced() ? "BALANCED" : "DIFFERENCES",
        header.matched(),
        header.inTransit(),
        header.differences(),
        header.skipped(),
        header.failedChecks(),
        header.sha256(),
        header.version(),
        runId,
        header.madeAt());
  }

  private void documents(DayReport report, List<DayReport.Line> lines) {
    for (Locale language : Texts.LANGUAGES) {
      storage.put(
          key(report.header(), language, "pdf"), PDF, new ReportPdf(language, report).bytes());
      storage.put(
          key(report.header(), language, "xlsx"),
          XLSX,
          new ReportXlsx(language, report, lines).bytes());
    }
  }

  static String key(DayReport.Header header, Locale language, String suffix) {
    return "finance/%s-v%d-%s.%s"
        .formatted(header.day(), header.version(), language.getLanguage(), suffix);
  }

  private record Reader(long id, String email, Locale language) {}

  private void tell(DayReport.Header header) {
    List<Reader> readers =
        sql.list(
            "select a.id, a.email, a.language from encore.account a"
                + " join encore.account_role r on r.account_id = a.id"
                + " where r.role = 'FINANCE' and a.status = 'ACTIVE' order by a.id",
            row ->
                new Reader(
                    row.getLong(1),
                    row.getString(2),
                    Texts.language(Locale.forLanguageTag(row.getString(3)))));
    for (Reader reader : readers) {
      outbox.put(
          Outgoing.mail(
              header.balanced() ? "finance.mail.balanced" : "finance.mail.differences",
              "finance.report:%s:%d:%d".formatted(header.day(), header.version(), reader.id()),
              reader.email(),
              reader.language(),
              values(header, reader.language()),
              reader.id()));
    }
  }

  private Map<String, String> values(DayReport.Header header, Locale language) {
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(language)
            .format(header.day());
    return Map.of(
        "day", day,
        "version", Integer.toString(header.version()),
        "matched", Long.toString(header.matched()),
        "inTransit", Long.toString(header.inTransit()),
        "differences", Long.toString(header.differences()),
        "skipped", Long.toString(header.skipped()),
        "failedChecks", Long.toString(header.failedChecks()),
        "link", baseUrl.orElse("http://localhost:8080") + "/finance/report?day=" + header.day());
  }
}
