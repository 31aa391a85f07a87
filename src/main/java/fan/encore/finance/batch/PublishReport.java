package fan.encore.finance.batch;

import fan.encore.finance.Closing;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The report with its documents and mail; ends the run. */
@Named
@Dependent
public class PublishReport extends AbstractBatchlet {

  @Inject private CurrentRun run;
  @Inject private Closing closing;

  @Override
  public String process() throws Exception {
    run.work(0, () -> closing.publish(run.day(), run.generation(), run.id()));
    return "DONE";
  }
}
