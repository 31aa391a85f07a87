package fan.encore.finance.batch;

import fan.encore.finance.Books;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Totals, settlement sums and trial balance. */
@Named
@Dependent
public class TotalDay extends AbstractBatchlet {

  @Inject private CurrentRun run;
  @Inject private Books books;

  @Override
  public String process() throws Exception {
    run.work(0, () -> books.total(run.day()));
    return "DONE";
  }
}
