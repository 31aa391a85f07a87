package fan.encore.finance.batch;

import fan.encore.finance.Replays;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;

/** Numbers of the day's draws. */
@Named
@Dependent
public class DrawReader extends AbstractItemReader {

  private static final int AT_ONCE = 1000;

  @Inject private CurrentRun run;
  @Inject private Replays replays;

  private final Deque<Long> draws = new ArrayDeque<>();
  private long after;

  @Override
  public void open(Serializable checkpoint) {
    after = checkpoint == null ? 0 : (Long) checkpoint;
  }

  @Override
  public Object readItem() throws Exception {
    if (draws.isEmpty()) {
      draws.addAll(run.work(0, () -> replays.draws(run.day(), after, AT_ONCE)));
    }
    Long next = draws.pollFirst();
    if (next != null) {
      after = next;
    }
    return next;
  }

  @Override
  public Serializable checkpointInfo() {
    return after;
  }
}
