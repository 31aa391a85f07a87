package fan.encore.finance;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who runs what. The batch runtime shows a run whose node was killed as started for ever, so we
 * keep a row of our own with a lease. The row, not a session-level advisory lock, is the lock: it
 * survives a database restart in the middle of a run, people can see it, and no pooled connection
 * is kept for it. Taking and taking over are serialized by a transaction-level advisory lock.
 */
@Stateless
@PermitAll
public class JobRuns {

  /** The error of a run that nothing went wrong with, but somebody asked to stop. */
  public static final String STOPPED = "STOPPED";

  @Inject private Sql sql;
  @Inject private Node node;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "ENCORE_JOB_LEASE_SECONDS", defaultValue = "60")
  private int leaseSeconds;

  /** A run that is somebody's at the moment; {@code executionId} 0 before it began. */
  public record Held(long id, String job, LocalDate day, long executionId) {}

  /**
   * Takes the job and day for this node.
   *
   * @param startedBy account number or {@code SYSTEM}
   * @return the run's number
   * @throws AlreadyRunning if a run of this day is under way, on any node
   */
  public long claim(String job, LocalDate day, String startedBy) {
    lock(job, day);
    Instant now = clock.instant();
    return sql.first(
            "insert into encore.job_run (job, business_day, node, started_by, started_at, lease_until)"
                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing returning id",
            row -> row.getLong(1),
            job,
            day,
            node.name(),
            startedBy,
            now,
            lease(now))
        .orElseThrow(() -> new AlreadyRunning(day));
  }

  /** Remembers the batch runtime's number of the run. */
  public void executing(long runId, long executionId) {
    sql.update(
        "update encore.job_run set execution_id = ? where id = ? and node = ?",
        executionId,
        runId,
        node.name());
  }

  /**
   * Renews the lease and tells how far the run is.
   *
   * @param step name of the step under way
   * @param items lines done since the last call
   * @throws LeaseLost if the run is not this node's any more
   */
  public void progress(long runId, String step, int items) {
    int mine =
        sql.update(
            "update encore.job_run set lease_until = ?, step = ?, items = items + ?"
                + " where id = ? and node = ? and status = 'RUNNING'",
            lease(clock.instant()),
            step,
            items,
            runId,
            node.name());
    if (mine == 0) {
      throw new LeaseLost(runId);
    }
  }

  /**
   * @throws LeaseLost if the run is not this node's any more
   */
  public void done(long runId) {
    if (end(runId, "DONE", null) == 0) {
      throw new LeaseLost(runId);
    }
  }

  /** Ends this node's run as failed; nothing happens when it has ended already. */
  public void failed(long runId, String error) {
    end(runId, "FAILED", error == null ? null : error.substring(0, Math.min(500, error.length())));
  }

  private int end(long runId, String status, String error) {
    return sql.update(
        "update encore.job_run set status = ?, error = coalesce(?, error), finished_at = ?"
            + " where id = ? and node = ? and status = 'RUNNING'",
        status,
        error,
        clock.instant(),
        runId,
        node.name());
  }

  /** This node's runs. */
  public List<Held> mine() {
    return sql.list(
        "select * from encore.job_run where status = 'RUNNING' and node = ?",
        JobRuns::held,
        node.name());
  }

  /** Renews the lease of a run whose thread is alive but busy. */
  public void beat(long runId) {
    sql.update(
        "update encore.job_run set lease_until = ? where id = ? and node = ? and status = 'RUNNING'",
        lease(clock.instant()),
        runId,
        node.name());
  }

  /** Runs whose node was not heard of for the length of a lease. */
  public List<Held> abandoned() {
    return sql.list(
        "select * from encore.job_run where status = 'RUNNING' and lease_until < ? order by id",
        JobRuns::held,
        clock.instant());
  }

  /** Makes an abandoned run this node's; empty if another node was faster. */
  public Optional<Held> takeOver(Held run) {
    lock(run.job(), run.day());
    Instant now = clock.instant();
    return sql.first(
        "update encore.job_run set node = ?, lease_until = ?, restarts = restarts + 1"
            + " where id = ? and status = 'RUNNING' and lease_until < ? returning *",
        JobRuns::held,
        node.name(),
        lease(now),
        run.id(),
        now);
  }

  private Instant lease(Instant now) {
    return now.plus(Duration.ofSeconds(leaseSeconds));
  }

  private void lock(String job, LocalDate day) {
    sql.list(
        "select pg_advisory_xact_lock(hashtext(?), ?)", row -> job, job, (int) day.toEpochDay());
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        row.getLong("id"),
        row.getString("job"),
        row.getObject("business_day", LocalDate.class),
        row.getLong("execution_id"));
  }
}
