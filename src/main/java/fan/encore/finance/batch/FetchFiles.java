package fan.encore.finance.batch;

import fan.encore.finance.SettlementFiles;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Brings the provider's files that are not here yet. */
@Named
@Dependent
public class FetchFiles extends AbstractBatchlet {

  @Inject private CurrentRun run;
  @Inject private SettlementFiles files;

  @Override
  public String process() throws Exception {
    int fetched = run.work(0, () -> files.fetch(run.day()));
    return fetched + " files";
  }
}
