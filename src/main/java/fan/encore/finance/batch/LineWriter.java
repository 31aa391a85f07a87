package fan.encore.finance.batch;

import fan.encore.finance.FileLine;
import fan.encore.finance.SettlementFiles;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Enters lines of settlement files. */
@Named
@Dependent
public class LineWriter extends AbstractItemWriter {

  @Inject private CurrentRun run;
  @Inject private SettlementFiles files;

  @Override
  public void writeItems(List<Object> items) throws Exception {
    List<FileLine> lines = items.stream().map(FileLine.class::cast).toList();
    run.work(lines.size(), () -> files.enter(lines));
  }
}
