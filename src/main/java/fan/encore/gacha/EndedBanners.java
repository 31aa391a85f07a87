package fan.encore.gacha;

import fan.encore.fairness.BeforeCheckpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets the log know the seeds of banners that are over, looking once a minute. */
@ApplicationScoped
public class EndedBanners implements BeforeCheckpoint {

  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  @Inject private Chains chains;
  @Inject private Clock clock;

  private volatile Instant next = Instant.MIN;

  @Override
  public void announce() {
    Instant now = clock.instant();
    if (!now.isBefore(next)) {
      next = now.plus(BETWEEN_LOOKS);
      chains.revealEnded();
    }
  }
}
