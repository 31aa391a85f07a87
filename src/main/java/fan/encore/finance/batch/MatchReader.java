package fan.encore.finance.batch;

import fan.encore.finance.Comparison;
import fan.encore.finance.Pair;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;

/** The lines of the day's files with ours beside them. */
@Named
@Dependent
public class MatchReader extends AbstractItemReader {

  private static final int AT_ONCE = 200;

  @Inject private CurrentRun run;
  @Inject private Comparison comparison;

  private final Deque<Pair> pairs = new ArrayDeque<>();
  private long after;

  @Override
  public void open(Serializable checkpoint) {
    after = checkpoint == null ? 0 : (Long) checkpoint;
  }

  @Override
  public Object readItem() throws Exception {
    if (pairs.isEmpty()) {
      pairs.addAll(run.work(0, () -> comparison.lines(run.day(), after, AT_ONCE)));
    }
    Pair next = pairs.pollFirst();
    if (next != null) {
      after = next.lineId();
    }
    return next;
  }

  @Override
  public Serializable checkpointInfo() {
    return after;
  }
}
