package fan.encore.finance.batch;

import fan.encore.finance.BusinessDays;
import fan.encore.finance.Compared;
import fan.encore.finance.Pair;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Compares the two sides of a pair. */
@Named
@Dependent
public class PairProcessor implements ItemProcessor {

  @Inject private CurrentRun run;
  @Inject private BusinessDays days;

  /** Slows the batch down, so that a crash can be tried in the middle of it. */
  @Inject
  @ConfigProperty(name = "ENCORE_BATCH_PAUSE_MILLIS", defaultValue = "0")
  private long pauseMillis;

  @Override
  public Object processItem(Object item) throws InterruptedException {
    if (pauseMillis > 0) {
      Thread.sleep(pauseMillis);
    }
    Pair pair = (Pair) item;
    return new Compared(pair, pair.outcome(days.newestFile(run.day())));
  }
}
