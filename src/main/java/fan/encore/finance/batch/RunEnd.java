package fan.encore.finance.batch;

import fan.encore.finance.JobRuns;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;

/**
 * A run that ends without its report has failed or was stopped; the last step ends all others
 * itself.
 */
@Named
@Dependent
public class RunEnd extends AbstractJobListener {

  private static final Set<BatchStatus> STOPS = Set.of(BatchStatus.STOPPING, BatchStatus.STOPPED);

  @Inject private JobContext job;
  @Inject private JobRuns runs;

  @Override
  public void afterJob() {
    String run =
        BatchRuntime.getJobOperator()
            .getJobExecution(job.getExecutionId())
            .getJobParameters()
            .getProperty("run");
    runs.failed(Long.parseLong(run), STOPS.contains(job.getBatchStatus()) ? JobRuns.STOPPED : null);
  }
}
