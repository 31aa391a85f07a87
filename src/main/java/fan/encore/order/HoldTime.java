package fan.encore.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long tickets are held for a fan: the setting {@code ENCORE_HOLD_SECONDS}, 600 if missing. */
@ApplicationScoped
public class HoldTime {

  private final long seconds;

  @Inject
  public HoldTime(
      @ConfigProperty(name = "ENCORE_HOLD_SECONDS", defaultValue = "600") long seconds) {
    this.seconds = seconds;
  }

  /** For the container's proxy. */
  protected HoldTime() {
    this(0);
  }

  public Duration length() {
    return Duration.ofSeconds(seconds);
  }
}
