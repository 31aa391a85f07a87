package fan.encore.waitingroom;

import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long holds take on this node. Noting one is an addition in memory; once a second, while there
 * is a waiting room, the node tells the others.
 */
@ApplicationScoped
public class HoldPulse {

  private static final int KEPT = 1024;
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final String node = UUID.randomUUID().toString();
  private final AtomicInteger count = new AtomicInteger();
  private final long[] micros = new long[KEPT];

  @Inject private Sql sql;

  /** For the container. */
  public HoldPulse() {}

  /** Outside the server. */
  public HoldPulse(Sql sql) {
    this.sql = sql;
  }

  /**
   * A hold has been answered, granted or refused.
   *
   * @param nanos how long it took
   */
  public void took(long nanos) {
    micros[Math.floorMod(count.getAndIncrement(), KEPT)] = nanos / 1_000;
  }

  /** Tells the cluster about the holds since the last call. */
  void tell(Instant now) {
    int holds = count.getAndSet(0);
    if (holds == 0) {
      return;
    }
    sql.update(
        "insert into encore.queue_pulse as p (node, holds, p95_micros, felt_at)"
            + " values (?, ?, ?, ?) on conflict (node) do update set holds = excluded.holds,"
            + " p95_micros = excluded.p95_micros, felt_at = excluded.felt_at",
        node,
        holds,
        p95(Math.min(holds, KEPT)),
        now);
  }

  private long p95(int values) {
    long[] sorted = Arrays.copyOf(micros, values);
    Arrays.sort(sorted);
    return sorted[(int) (values * 0.95)];
  }

  /** Of the node that feels worst, in microseconds; 0 when nobody felt anything lately. */
  static long worst(Sql sql, Instant now) {
    return sql.number(
        "select coalesce(max(p95_micros), 0) from encore.queue_pulse where felt_at > ?",
        now.minus(FRESH));
  }
}
