package fan.encore.finance.batch;

import fan.encore.finance.Books;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The ledger's proofs and its ties to the payments. */
@Named
@Dependent
public class ProveBooks extends AbstractBatchlet {

  @Inject private CurrentRun run;
  @Inject private Books books;

  @Override
  public String process() throws Exception {
    run.work(0, () -> books.prove(run.day()));
    return "DONE";
  }
}
