package fan.encore.admin;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.finance.JobRuns;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Properties;

/**
 * Stops runs and lets them go on. The batch runtime has transactions of its own, so none is open
 * here.
 */
@Stateless
@RolesAllowed(Roles.ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobControl {

  @Inject private Jobs jobs;
  @Inject private JobRuns runs;
  @Inject private Sql sql;

  /**
   * Lets a failed run go on at its last checkpoint, as a run of its own.
   *
   * @param runId the failed run
   * @param startedBy the account's number
   * @return the new run's number
   * @throws RunNotThere if there is no such run
   * @throws RunNotFailed if it runs or ended well
   * @throws RunOvertaken if a later run of the same day has begun
   * @throws fan.encore.finance.AlreadyRunning if another run of the day is under way
   */
  @Audited("job.restart")
  public long restart(long runId, long startedBy) {
    JobRow failed = jobs.get(runId);
    if (!failed.status().equals("FAILED")) {
      throw new RunNotFailed(runId);
    }
    if (!failed.restartable()) {
      throw new RunOvertaken(runId);
    }
    long execution = execution(runId);
    if (execution == 0) {
      throw new RunNotFailed(runId);
    }
    JobOperator operator = BatchRuntime.getJobOperator();
    Properties parameters = new Properties();
    parameters.putAll(operator.getParameters(execution));
    long next = runs.claim(failed.job(), failed.businessDay(), Long.toString(startedBy));
    parameters.setProperty("run", Long.toString(next));
    try {
      runs.executing(next, operator.restart(execution, parameters));
    } catch (BatchRuntimeException e) {
      runs.failed(next, e.toString());
      throw e;
    }
    return next;
  }

  /**
   * Asks a run to stop; it ends as failed when the line under way is done, and can go on later.
   *
   * @throws RunNotThere if there is no such run
   * @throws RunNotHere if it does not run on this node
   */
  @Audited("job.stop")
  public void stop(long runId) {
    JobRow row = jobs.get(runId);
    long execution = execution(runId);
    if (!row.running() || execution == 0) {
      throw new RunNotHere(runId);
    }
    try {
      BatchRuntime.getJobOperator().stop(execution);
    } catch (BatchRuntimeException elsewhere) {
      throw new RunNotHere(runId);
    }
  }

  private long execution(long runId) {
    return sql.number("select coalesce(execution_id, 0) from encore.job_run where id = ?", runId);
  }
}
