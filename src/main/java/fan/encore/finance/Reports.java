package fan.encore.finance;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import fan.encore.shared.Texts;
import fan.encore.storage.Storage;
import fan.encore.storage.StoredFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The nightly reports, for those who read them. */
@Stateless
@RolesAllowed({Roles.FINANCE, Roles.ADMIN, Roles.SYSTEM})
public class Reports {

  private static final String DAYS =
      "select d::date as day, r.*, j.status as run_status, j.step, j.items, j.restarts, j.error"
          + " from generate_series(?::date, ?::date, interval '-1 day') d"
          + " left join encore.reconciliation r on r.business_day = d::date"
          + " left join lateral (select * from encore.job_run j where j.job = ?"
          + " and j.business_day = d::date order by j.id desc limit 1) j on true order by 1 desc";

  @Inject private Sql sql;
  @Inject private Storage storage;
  @Inject private BusinessDays days;
  @Inject private Clock clock;

  /** The newest business day that is over. */
  public LocalDate yesterday() {
    return days.dayOf(clock.instant()).minusDays(1);
  }

  /**
   * Business days and their reports, newest first, with or without one.
   *
   * @param last the newest day wanted
   * @param count 1 to 366 days
   */
  public List<DayRow> days(LocalDate last, int count) {
    LocalDate first = last.minusDays(Math.max(1, Math.min(366, count)) - 1L);
    return sql.list(DAYS, Reports::row, last, first, NightlyReports.JOB);
  }

  /**
   * The state of one day.
   *
   * @param day any day
   */
  public DayRow day(LocalDate day) {
    return days(day, 1).get(0);
  }

  /**
   * @throws NoReport if the day has none yet
   */
  public DayReport of(LocalDate day) {
    ReportReading reading = new ReportReading(sql, day);
    DayReport.Header header = reading.header().orElseThrow(() -> new NoReport(day));
    return reading.under(header, days.filesOf(day));
  }

  /**
   * The report as a document.
   *
   * @param suffix {@code pdf} or {@code xlsx}
   * @throws NoReport if the day has none, or none of this kind
   */
  public StoredFile document(LocalDate day, Locale reader, String suffix) {
    return new ReportReading(sql, day)
        .header()
        .flatMap(header -> storage.get(Closing.key(header, Texts.language(reader), suffix)))
        .orElseThrow(() -> new NoReport(day));
  }

  private static DayRow row(ResultSet row) throws SQLException {
    String run = row.getString("run_status");
    String report = row.getString("status");
    boolean ended = run == null || run.equals("DONE");
    return new DayRow(
        row.getObject("day", LocalDate.class),
        !ended ? run : report == null ? "NONE" : report,
        row.getLong("matched"),
        row.getLong("in_transit"),
        row.getLong("differences"),
        row.getLong("skipped"),
        row.getLong("failed_checks"),
        row.getInt("version"),
        Sql.instant(row, "made_at"),
        row.getString("step"),
        row.getLong("items"),
        row.getInt("restarts"),
        ended ? null : row.getString("error"));
  }
}
