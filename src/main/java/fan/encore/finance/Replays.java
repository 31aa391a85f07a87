package fan.encore.finance;

import fan.encore.account.Roles;
import fan.encore.gacha.DrawReplay;
import fan.encore.gacha.DrawTallies;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What nightly replays of draws found. */
@Stateless
public class Replays {

  /**
   * The latest replay of a business day.
   *
   * @param state {@code RUNNING}, {@code DONE} or {@code FAILED}, or {@code NONE} without one
   * @param draws decided again
   * @param findings what does not agree
   */
  public record Day(
      LocalDate day, String state, long draws, long findings, Instant finishedAt, String error) {}

  /** Something that does not agree. */
  public record Row(LocalDate day, String subject, String name, String why) {}

  private static final String DAYS =
      "select d::date as day, coalesce(j.status, 'NONE') as status, coalesce(j.items, 0) as items,"
          + " j.finished_at, j.error, (select count(*) from encore.replay_finding f where f.run_id = j.id) as findings"
          + " from generate_series(?::date, ?::date, interval '-1 day') d"
          + " left join lateral (select * from encore.job_run j where j.job = ?"
          + " and j.business_day = d::date order by j.id desc limit 1) j on true order by 1 desc";

  @Inject private Sql sql;
  @Inject private DrawReplay replay;
  @Inject private DrawTallies tallies;
  @Inject private BusinessDays days;
  @Inject private JobRuns runs;
  @Inject private Clock clock;

  /** The day's draws after one of them. */
  @PermitAll
  public List<Long> draws(LocalDate day, long after, int atOnce) {
    return replay.numbers(days.startOf(day), days.endOf(day), after, atOnce);
  }

  /** Decides draws again; the same findings are entered once, however often this is repeated. */
  @PermitAll
  public void replay(LocalDate day, long run, List<Long> draws) {
    enter(day, run, replay.replay(draws));
  }

  /** Counts the day as a whole, and ends the run. */
  @PermitAll
  public void finish(LocalDate day, long run, long running) {
    enter(day, run, tallies.compare(days.startOf(day), days.endOf(day)));
    runs.done(running);
  }

  private void enter(LocalDate day, long run, List<DrawReplay.Finding> findings) {
    sql.update(
        "insert into encore.replay_finding (run_id, business_day, subject, name, why)"
            + " select ?, ?, f.subject, f.name, f.why from unnest(?, ?, ?) as f (subject, name, why)"
            + " on conflict do nothing",
        run,
        day,
        findings.stream().map(DrawReplay.Finding::subject).toArray(String[]::new),
        findings.stream().map(DrawReplay.Finding::name).toArray(String[]::new),
        findings.stream().map(DrawReplay.Finding::why).toArray(String[]::new));
  }

  /** Business days and their replays, newest first; the newest is the last one that is over. */
  @RolesAllowed({Roles.FINANCE, Roles.ADMIN, Roles.SYSTEM})
  public List<Day> days(int count) {
    LocalDate last = days.dayOf(clock.instant()).minusDays(1);
    return sql.list(
        DAYS,
        row ->
            new Day(
                row.getObject("day", LocalDate.class),
                row.getString("status"),
                row.getLong("items"),
                row.getLong("findings"),
                Sql.instant(row, "finished_at"),
                row.getString("error")),
        last,
        last.minusDays(count - 1L),
        NightlyReplay.JOB);
  }

  /** What the latest replays of the last days found. */
  @RolesAllowed({Roles.FINANCE, Roles.ADMIN, Roles.SYSTEM})
  public List<Row> findings(int most) {
    return sql.list(
        "select f.* from encore.replay_finding f where f.run_id = (select max(j.id) from encore.job_run j"
            + " where j.job = ? and j.business_day = f.business_day)"
            + " order by f.business_day desc, f.name, f.subject limit ?",
        row ->
            new Row(
                row.getObject("business_day", LocalDate.class),
                row.getString("subject"),
                row.getString("name"),
                row.getString("why")),
        NightlyReplay.JOB,
        most);
  }
}
