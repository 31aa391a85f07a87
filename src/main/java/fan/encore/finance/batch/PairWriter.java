package fan.encore.finance.batch;

import fan.encore.finance.Compared;
import fan.encore.finance.Comparison;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Enters what comparisons came to. */
@Named
@Dependent
public class PairWriter extends AbstractItemWriter {

  @Inject private CurrentRun run;
  @Inject private Comparison comparison;

  @Override
  public void writeItems(List<Object> items) throws Exception {
    List<Compared> found = items.stream().map(Compared.class::cast).toList();
    run.work(found.size(), () -> comparison.enter(run.day(), run.generation(), found));
  }
}
