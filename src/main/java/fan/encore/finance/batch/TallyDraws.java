package fan.encore.finance.batch;

import fan.encore.finance.Replays;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Counts the day's draws against collection, stock, ledger and log; ends the run. */
@Named
@Dependent
public class TallyDraws extends AbstractBatchlet {

  @Inject private CurrentRun run;
  @Inject private Replays replays;

  @Override
  public String process() throws Exception {
    run.work(0, () -> replays.finish(run.day(), run.generation(), run.id()));
    return "DONE";
  }
}
