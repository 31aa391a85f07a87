package fan.encore.finance;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/** Starts the nightly reconciliation, and starts again what a node left behind. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NightlyReports {

  /** Name of the job, as in {@code META-INF/batch-jobs}. */
  public static final String JOB = "nightly-reconciliation";

  private static final Logger LOG = Logger.getLogger(NightlyReports.class.getName());
  private static final LocalTime NIGHT = LocalTime.of(3, 0);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(15);
  private static final int DAYS_TO_CATCH_UP = 31;
  private static final Set<BatchStatus> ALIVE =
      EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);

  @Inject private JobRuns runs;
  @Inject private JobStarts starts;
  @Inject private BusinessDays days;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /**
   * Starts the run of a business day; it goes on in the background.
   *
   * @param startedBy the account's number
   * @return the run's number
   * @throws DayNotOver if the day is not over yet
   * @throws AlreadyRunning if a run of the day is under way
   */
  @RolesAllowed({Roles.FINANCE, Roles.ADMIN, Roles.SYSTEM})
  @Audited("finance.run")
  public long start(LocalDate day, long startedBy) {
    return begin(day, Long.toString(startedBy));
  }

  /**
   * Starts the oldest day that is over and has no report, from three o'clock in the business zone;
   * a day that failed is tried again after a quarter of an hour.
   */
  @RolesAllowed(Roles.SYSTEM)
  public void startDue() {
    Instant now = clock.instant();
    LocalDate today = days.dayOf(now);
    if (!now.isBefore(today.atTime(NIGHT).atZone(days.zone()).toInstant())) {
      due(today.minusDays(1), now)
          .ifPresent(
              day -> {
                try {
                  begin(day, Roles.SYSTEM);
                } catch (AlreadyRunning another) {
                  LOG.fine(() -> "Another node reports " + day);
                }
              });
    }
  }

  private Optional<LocalDate> due(LocalDate yesterday, Instant now) {
    return sql.first(
        "select d::date from generate_series((select greatest(coalesce(max(business_day) + 1, ?), ?)"
            + " from encore.reconciliation where business_day <= ?), ?, interval '1 day') d"
            + " where not exists (select from encore.reconciliation r where r.business_day = d::date)"
            + " and not exists (select from encore.job_run j where j.job = ? and j.business_day = d::date"
            + " and (j.status = 'RUNNING' or j.started_at > ?)) order by 1 limit 1",
        row -> row.getObject(1, LocalDate.class),
        yesterday,
        yesterday.minusDays(DAYS_TO_CATCH_UP),
        yesterday,
        yesterday,
        JOB,
        now.minus(PAUSE_AFTER_FAILURE));
  }

  private long begin(LocalDate day, String startedBy) {
    return starts.begin(JOB, day, startedBy);
  }

  /**
   * Renews the leases of this node's runs and takes over those of nodes that are gone: they go on
   * at their last checkpoint.
   */
  @RolesAllowed(Roles.SYSTEM)
  public void restartAbandoned() {
    List<JobRuns.Held> mine = runs.mine();
    if (!mine.isEmpty()) {
      JobOperator operator = BatchRuntime.getJobOperator();
      mine.forEach(run -> keep(operator, run));
    }
    for (JobRuns.Held left : runs.abandoned()) {
      runs.takeOver(left).ifPresent(starts::resume);
    }
  }

  private void keep(JobOperator operator, JobRuns.Held run) {
    if (run.executionId() == 0) {
      return;
    }
    BatchStatus status = operator.getJobExecution(run.executionId()).getBatchStatus();
    if (ALIVE.contains(status)) {
      runs.beat(run.id());
    } else {
      runs.failed(run.id(), "The batch runtime ended it: " + status);
    }
  }
}
