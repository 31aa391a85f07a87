package fan.encore.finance.batch;

import fan.encore.finance.Replays;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Numbers of the day's draws. */
@Named
@Dependent
public class DrawReader extends AbstractItemReader {

  private static final int AT_ONCE = 1000;

  @Inject private CurrentRun run;
  @Inject private Replays replays;

  /** Slows the job down, so that it disturbs less, or can be watched. */
  @Inject
  @ConfigProperty(name = "ENCORE_BATCH_PAUSE_MILLIS", defaultValue = "0")
  private long pauseMillis;

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
      if (pauseMillis > 0) {
        Thread.sleep(pauseMillis);
      }
      after = next;
    }
    return next;
  }

  @Override
  public Serializable checkpointInfo() {
    return after;
  }
}
