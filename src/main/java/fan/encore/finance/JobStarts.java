package fan.encore.finance;

import jakarta.annotation.security.PermitAll;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands runs of nightly jobs to the batch runtime. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobStarts {

  private static final Logger LOG = Logger.getLogger(JobStarts.class.getName());

  @Inject private JobRuns runs;
  @Inject private BusinessDays days;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "ENCORE_BATCH_CHUNK", defaultValue = "100")
  private int chunk;

  /**
   * Begins the run of a day that is over.
   *
   * @param startedBy account number or {@code SYSTEM}
   * @return the run's number
   * @throws DayNotOver if the day is not over yet
   * @throws AlreadyRunning if a run of the day is under way
   */
  public long begin(String job, LocalDate day, String startedBy) {
    if (clock.instant().isBefore(days.endOf(day))) {
      throw new DayNotOver(day);
    }
    long run = runs.claim(job, day, startedBy);
    execute(run, job, day);
    return run;
  }

  /**
   * Goes on where a node that is gone left a run, with the parameters it had: a run that itself
   * went on for another one keeps that one's generation, and with it all that was found so far.
   */
  public void resume(JobRuns.Held run) {
    LOG.info(() -> "Run " + run.id() + " of " + run.day() + " was left behind and goes on here");
    if (run.executionId() == 0) {
      execute(run.id(), run.job(), run.day());
      return;
    }
    try {
      JobOperator operator = BatchRuntime.getJobOperator();
      Properties parameters = new Properties();
      parameters.putAll(operator.getParameters(run.executionId()));
      runs.executing(run.id(), operator.restart(run.executionId(), parameters));
    } catch (BatchRuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Run " + run.id() + " begins anew; it writes the same again");
      execute(run.id(), run.job(), run.day());
    }
  }

  private void execute(long run, String job, LocalDate day) {
    Properties parameters = parameters(run, day);
    try {
      runs.executing(run, BatchRuntime.getJobOperator().start(job, parameters));
    } catch (BatchRuntimeException e) {
      runs.failed(run, e.toString());
      throw e;
    }
  }

  private Properties parameters(long run, LocalDate day) {
    Properties parameters = new Properties();
    parameters.setProperty("run", Long.toString(run));
    parameters.setProperty("day", day.toString());
    parameters.setProperty("generation", Long.toString(run));
    parameters.setProperty("chunk", Integer.toString(chunk));
    return parameters;
  }
}
