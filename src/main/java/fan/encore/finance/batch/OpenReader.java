package fan.encore.finance.batch;

import fan.encore.finance.Comparison;
import fan.encore.finance.Ours;
import fan.encore.finance.Pair;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is ours and in no file yet: the day's own and what was carried forward. */
@Named
@Dependent
public class OpenReader extends AbstractItemReader {

  private static final int AT_ONCE = 200;

  @Inject private CurrentRun run;
  @Inject private Comparison comparison;

  private final Deque<Pair> pairs = new ArrayDeque<>();
  private Ours after;

  @Override
  public void open(Serializable checkpoint) {
    after = (Ours) checkpoint;
  }

  @Override
  public Object readItem() throws Exception {
    if (pairs.isEmpty()) {
      pairs.addAll(run.work(0, () -> comparison.open(run.day(), after, AT_ONCE)));
    }
    Pair next = pairs.pollFirst();
    if (next != null) {
      after = next.ours();
    }
    return next;
  }

  @Override
  public Serializable checkpointInfo() {
    return after;
  }
}
