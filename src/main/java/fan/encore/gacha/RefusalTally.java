package fan.encore.gacha;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts refused draws in memory, because a refusal must cost nothing. */
@ApplicationScoped
public class RefusalTally {

  /**
   * @param reason the error's code
   */
  record Why(String banner, String reason) implements Comparable<Why> {
    @Override
    public int compareTo(Why other) {
      int order = banner.compareTo(other.banner);
      return order != 0 ? order : reason.compareTo(other.reason);
    }
  }

  private final Map<Why, LongAdder> counts = new ConcurrentHashMap<>();

  public void refused(String banner, String reason) {
    counts.computeIfAbsent(new Why(banner, reason), why -> new LongAdder()).increment();
  }

  /** What was counted since the last time. */
  public Map<Why, Long> take() {
    Map<Why, Long> taken = new HashMap<>();
    counts.forEach(
        (why, count) -> {
          long refused = count.sumThenReset();
          if (refused > 0) {
            taken.put(why, refused);
          }
        });
    return taken;
  }
}
