package fan.encore.analytics;

import fan.encore.analytics.LiveFigures.Now;
import fan.encore.analytics.LiveFigures.Sales;
import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this node knows about events that somebody looks at. */
@ApplicationScoped
public class LiveMemory {

  private static final int MOST_EVENTS = 500;

  private record Known(Remembered<Now> now, Remembered<Sales> sales) {
    Known() {
      this(new Remembered<>(), new Remembered<>());
    }
  }

  @Inject private Sql sql;
  @Inject private Clock clock;

  private final Map<Long, Known> known = new ConcurrentHashMap<>();

  /** How an event sells; whoever asks was allowed to. */
  public LiveFigures of(long eventId) {
    if (known.size() >= MOST_EVENTS) {
      known.clear();
    }
    Known event = known.computeIfAbsent(eventId, id -> new Known());
    LiveReading reading = new LiveReading(sql, eventId, clock.instant());
    Now now = event.now().get(reading::now);
    Sales sales = event.sales().get(() -> reading.sales(now.currency(), ZoneId.of(now.zone())));
    return new LiveFigures(now, sales);
  }
}
