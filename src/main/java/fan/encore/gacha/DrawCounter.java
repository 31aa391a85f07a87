package fan.encore.gacha;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.annotation.Metric;

/** Counts drawn prizes for {@code /metrics}. */
@ApplicationScoped
public class DrawCounter {

  @Inject
  @Metric(name = "encore_draws", absolute = true, description = "Prizes drawn")
  private Counter drawn;

  /** For the container. */
  public DrawCounter() {}

  /** Outside the server. */
  public DrawCounter(Counter drawn) {
    this.drawn = drawn;
  }

  /**
   * @param quantity prizes of one draw
   */
  public void drawn(int quantity) {
    drawn.inc(quantity);
  }
}
