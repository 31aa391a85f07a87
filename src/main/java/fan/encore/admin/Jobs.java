package fan.encore.admin;

import fan.encore.account.Roles;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The runs of all batch jobs, on all nodes. */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class Jobs {

  private static final Map<String, String> SORTS =
      Map.of(
          "businessDay", "business_day",
          "status", "status",
          "items", "items",
          "startedAt", "started_at",
          "finishedAt", "finished_at");

  private static final String SELECT =
      "select j.*, not exists (select from encore.job_run l where l.job = j.job"
          + " and l.business_day = j.business_day and l.id > j.id) as latest from encore.job_run j";

  @Inject private Sql sql;
  @Inject private JobSteps steps;

  /**
   * Finds runs, newest first unless sorted otherwise.
   *
   * @param query filters {@code id}, {@code job}, {@code businessDay} (ISO date), {@code status},
   *     {@code startedBy}; sorts {@code businessDay}, {@code status}, {@code items}, {@code
   *     startedAt}, {@code finishedAt}
   */
  public Slice<JobRow> find(ListQuery query) {
    Where where =
        new Where()
            .equalNumber("id", query.filter("id"))
            .startsWith("job", query.filter("job"))
            .startsWith("business_day::text", query.filter("businessDay"))
            .equal("status", query.filter("status"))
            .equal("started_by", query.filter("startedBy"));
    long total =
        sql.number("select count(*) from encore.job_run" + where.sql(), where.parameters());
    return new Slice<>(
        sql.list(
            SELECT + where.sql() + Where.order(query, SORTS, "id") + " limit ? offset ?",
            this::row,
            where.parameters(query.size(), query.first())),
        total);
  }

  /** How many runs are under way. */
  public long running() {
    return sql.number("select count(*) from encore.job_run where status = 'RUNNING'");
  }

  /** The newest run, if there was any. */
  public Optional<JobRow> newest() {
    return sql.first(SELECT + " order by id desc limit 1", this::row);
  }

  /**
   * @throws RunNotThere if there is no such run
   */
  public JobRow get(long id) {
    return sql.first(SELECT + " where id = ?", this::row, id)
        .orElseThrow(() -> new RunNotThere(id));
  }

  private JobRow row(ResultSet row) throws SQLException {
    String job = row.getString("job");
    String step = row.getString("step");
    return new JobRow(
        row.getLong("id"),
        job,
        row.getObject("business_day", LocalDate.class),
        row.getString("status"),
        step,
        step == null ? 0 : steps.of(job).indexOf(step) + 1, // 0 until the first step begins
        steps.of(job).size(),
        row.getLong("items"),
        row.getInt("restarts"),
        row.getString("node"),
        row.getString("started_by"),
        Sql.instant(row, "started_at"),
        Sql.instant(row, "finished_at"),
        row.getString("error"),
        row.getBoolean("latest"));
  }
}
