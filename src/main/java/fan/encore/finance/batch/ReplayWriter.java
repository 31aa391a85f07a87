package fan.encore.finance.batch;

import fan.encore.finance.Replays;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Decides draws again and enters what does not agree. */
@Named
@Dependent
public class ReplayWriter extends AbstractItemWriter {

  @Inject private CurrentRun run;
  @Inject private Replays replays;

  @Override
  public void writeItems(List<Object> items) throws Exception {
    List<Long> draws = items.stream().map(Long.class::cast).toList();
    run.work(draws.size(), () -> replays.replay(run.day(), run.generation(), draws));
  }
}
