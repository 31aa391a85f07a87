package fan.encore.app.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this node answered everybody a moment ago. Nothing in it is older than a second when it is
 * given: what is left of a ticket type changes with every buyer, and on other nodes too. What
 * people edit here ends all of it at once.
 */
@ApplicationScoped
public class FreshAnswers {

  private static final long FRESH_NANOS = 1_000_000_000L;

  /** Who makes up addresses shall not fill the memory. */
  private static final int MOST = 4_000;

  private final Map<String, Place> places = new ConcurrentHashMap<>();
  private final AtomicLong edition = new AtomicLong();

  /** The place of one address; whoever makes its answer locks it meanwhile. */
  static final class Place {
    private volatile KeptAnswer answer;
    private volatile long edition;
    private volatile long madeAt;
  }

  /** Null when there are too many. */
  Place place(String address) {
    Place known = places.get(address);
    if (known != null) {
      return known;
    }
    if (places.size() >= MOST) {
      places.values().removeIf(place -> fresh(place) == null);
    }
    return places.size() < MOST ? places.computeIfAbsent(address, key -> new Place()) : null;
  }

  /** The answer kept there, if it may still be given; else null. */
  KeptAnswer fresh(Place place) {
    KeptAnswer answer = place.answer;
    return answer != null
            && place.edition == edition.get()
            && System.nanoTime() - place.madeAt < FRESH_NANOS
        ? answer
        : null;
  }

  /** To be asked before an answer is made. */
  long edition() {
    return edition.get();
  }

  /**
   * Keeps an answer.
   *
   * @param edition that was valid, and {@code begun} the moment, before it was made: a change in
   *     between must be seen
   */
  void keep(Place place, KeptAnswer answer, long edition, long begun) {
    place.answer = answer;
    place.edition = edition;
    place.madeAt = begun;
  }

  /** Nothing that was made before is given again. */
  void forget() {
    edition.incrementAndGet();
  }
}
