package fan.encore.finance.batch;

import fan.encore.app.SystemEntrance;
import fan.encore.finance.JobRuns;
import fan.encore.finance.LeaseLost;
import fan.encore.shared.Errors;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The run that an artifact works for. */
@Dependent
public class CurrentRun {

  private static final Logger LOG = Logger.getLogger(CurrentRun.class.getName());

  @Inject private JobContext job;
  @Inject private StepContext step;
  @Inject private SystemEntrance system;
  @Inject private JobRuns runs;

  private Properties parameters;

  public long id() {
    return Long.parseLong(parameter("run"));
  }

  /**
   * Number of the run that began with this job; a run that goes on where a failed one stopped has a
   * number of its own, but the lines found before are its too.
   */
  public long generation() {
    return Long.parseLong(parameter("generation"));
  }

  public LocalDate day() {
    return LocalDate.parse(parameter("day"));
  }

  private String parameter(String name) {
    if (parameters == null) {
      JobOperator operator = BatchRuntime.getJobOperator();
      parameters = operator.getJobExecution(job.getExecutionId()).getJobParameters();
    }
    return parameters.getProperty(name);
  }

  /**
   * Does work of the run as SYSTEM, outside of the chunk's transaction, which belongs to the job
   * repository and can't hold a second pool; the first thing is to renew the lease. What goes wrong
   * is written to the run before it is thrown on.
   *
   * @param items lines that the work is about, for the progress shown
   * @throws LeaseLost if the run is another node's by now
   */
  public <T> T work(int items, Callable<T> work) throws Exception {
    try {
      system.run(() -> runs.progress(id(), step.getStepName(), items));
      return system.call(work);
    } catch (Exception e) {
      Throwable leaf = Errors.leaf(e);
      if (!(leaf instanceof LeaseLost)) {
        LOG.log(Level.WARNING, e, () -> "Run " + id() + " failed at " + step.getStepName());
        String why = Objects.requireNonNullElse(leaf.getMessage(), leaf.getClass().getSimpleName());
        system.run(() -> runs.failed(id(), step.getStepName() + ": " + why));
      }
      throw e;
    }
  }

  /** As {@link #work(int, Callable)}, for work without an answer. */
  public void work(int items, Runnable work) throws Exception {
    work(
        items,
        () -> {
          work.run();
          return null;
        });
  }
}
