package fan.encore.finance.batch;

import fan.encore.finance.JobRuns;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A run that ends without its report has failed; the last step ends all others itself. */
@Named
@Dependent
public class RunEnd extends AbstractJobListener {

  @Inject private JobContext job;
  @Inject private JobRuns runs;

  @Override
  public void afterJob() {
    String run =
        BatchRuntime.getJobOperator()
            .getJobExecution(job.getExecutionId())
            .getJobParameters()
            .getProperty("run");
    runs.failed(Long.parseLong(run), null);
  }
}
