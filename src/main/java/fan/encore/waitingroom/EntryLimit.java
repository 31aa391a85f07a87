package fan.encore.waitingroom;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Slows down whoever enters with many accounts from one address: so many a minute on this node. One
 * place per account is what the queue itself keeps; this makes accounts in bulk slow to bring in.
 */
@ApplicationScoped
public class EntryLimit {

  /** Whole offices and mobile networks share an address. */
  static final int A_MINUTE = 120;

  private static final int SECONDS = 60;

  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private long minute;

  /**
   * @param address as the server gives it
   * @throws TooManyEntries if this one is too many
   */
  public void count(String address, Instant now) {
    forget(now.getEpochSecond() / SECONDS);
    if (counts.merge(address == null ? "" : address, 1, Integer::sum) > A_MINUTE) {
      throw new TooManyEntries();
    }
  }

  private synchronized void forget(long now) {
    if (now != minute) {
      minute = now;
      counts.clear();
    }
  }
}
