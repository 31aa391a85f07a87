package fan.encore.bench;

import fan.encore.bench.Load.Rate;
import fan.encore.bench.Load.Staff;
import fan.encore.shared.Sql;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/**
 * Twenty thousand fans who wait for one event and ask where they stand whenever the server tells
 * them to, beside the sale of another. They come by SQL into a queue that is drawn already.
 */
final class WaitingFans {

  private static final int FANS = 20_000;
  private static final int BROWSERS = 16;
  private static final int BUYERS = 64;
  private static final Duration SETTLING = Duration.ofSeconds(5);

  private static final String ROOM =
      "insert into encore.waiting_room (event_id, status, opens_at, draw_at, least_per_minute,"
          + " most_per_minute, admission_minutes, per_minute, flow_per_minute, placed, entrants,"
          + " stepped_at, commitment, seed, inner_key, outer_key, opened_leaf, drawn_leaf)"
          + " select e.id, 'RUNNING', now() - interval '1 hour', now() - interval '1 minute', 60,"
          + " 600, 10, 60, 60, ?, ?, now(), repeat('0', 64), decode(repeat('00', 32), 'hex'),"
          + " decode(repeat('36', 64), 'hex'), decode(repeat('5c', 64), 'hex'), 0, 0"
          + " from encore.live_event e where e.status = 'PUBLISHED' and e.slug <> ?"
          + " and not exists (select from encore.waiting_room w where w.event_id = e.id)"
          + " order by e.id desc limit 1 returning event_id";

  private static final String PLACES =
      "insert into encore.queue_place (event_id, account_id, code, luck, entered_at, place)"
          + " select ?, 1000000000 + n, 'Q-B' || n, '-', now() - interval '30 minutes', n"
          + " from generate_series(1, ?) n returning event_id || '-' || id || '-' || left("
          + "encore.room_mac(decode(repeat('36', 64), 'hex'), decode(repeat('5c', 64), 'hex'),"
          + " 'encore-slip/1:' || event_id || ':' || id), 16)";

  /** A fan and when she asks again. */
  private record Waiting(String slip, long atNanos) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(atNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(atNanos, ((Waiting) other).atNanos);
    }
  }

  private final DelayQueue<Waiting> waiting = new DelayQueue<>();
  private final LongAdder polls = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final List<Long> nanos = new ArrayList<>();
  private final String url;
  private volatile boolean open = true;

  private WaitingFans(String url) {
    this.url = url;
  }

  /**
   * Measures the sale alone and beside the queue.
   *
   * @return whether every fan who asked was told
   */
  static boolean wait(String url, DataSource database, Stage stage, Duration time, Staff sale)
      throws Exception {
    Rate alone = Load.run(BUYERS, time, sale);
    WaitingFans fans = new WaitingFans(url);
    fans.come(new Sql(database), stage.slug());
    List<Thread> browsers = fans.open();
    Thread.sleep(SETTLING.toMillis());
    long before = fans.polls.sum();
    long begin = System.nanoTime();
    Rate beside = Load.run(BUYERS, time, sale);
    double rate = (fans.polls.sum() - before) / ((System.nanoTime() - begin) / 1e9);
    fans.open = false;
    for (Thread browser : browsers) {
      browser.join();
    }
    System.out.println(fans.summary(rate, alone, beside));
    return fans.failures.sum() + alone.failures() + beside.failures() == 0;
  }

  private void come(Sql sql, String notHere) {
    long event = sql.first(ROOM, row -> row.getLong(1), FANS, FANS, notHere).orElseThrow();
    List<String> slips = sql.list(PLACES, row -> row.getString(1), event, FANS);
    long now = System.nanoTime();
    for (int i = 0; i < slips.size(); i++) {
      // they opened their pages within some seconds, after the node has learnt of the room
      waiting.add(
          new Waiting(slips.get(i), now + TimeUnit.MILLISECONDS.toNanos(3_000 + i % 20_000)));
    }
  }

  private List<Thread> open() {
    List<Thread> browsers = new ArrayList<>();
    for (int i = 0; i < BROWSERS; i++) {
      Thread browser = new Thread(this::browse, "waiting-" + i);
      browsers.add(browser);
      browser.start();
    }
    return browsers;
  }

  private void browse() {
    try (Wire wire = new Wire(url)) {
      while (open) {
        Waiting fan = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (fan != null) {
          waiting.add(new Waiting(fan.slip(), System.nanoTime() + ask(wire, fan.slip())));
        }
      }
    } catch (IOException closing) {
      // the connection is gone either way
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks once and answers in how many nanoseconds to ask again. */
  private long ask(Wire wire, String slip) {
    long begin = System.nanoTime();
    long again = TimeUnit.SECONDS.toNanos(5);
    try {
      Wire.Answer answer = Stage.good(wire.get("/queue/poll?slip=" + slip, null));
      again = TimeUnit.MILLISECONDS.toNanos(pollMillis(answer.body()));
      polls.increment();
    } catch (IOException | RuntimeException failed) {
      failures.increment();
    }
    synchronized (nanos) {
      nanos.add(System.nanoTime() - begin);
    }
    return again;
  }

  private static long pollMillis(String json) {
    int at = json.indexOf("\"pollMillis\":") + "\"pollMillis\":".length();
    return Long.parseLong(json.substring(at, json.indexOf('}', at)));
  }

  private String summary(double rate, Rate alone, Rate beside) {
    List<Long> sorted;
    synchronized (nanos) {
      sorted = nanos.stream().sorted().toList();
    }
    double p99 = sorted.isEmpty() ? 0 : sorted.get((int) (sorted.size() * 0.99)) / 1e6;
    return String.format(
        Locale.ROOT,
        "%,d fans wait: %.0f polls/s as the server told them, 99 %% within %.1f ms, %d failed;"
            + " beside them %.0f reservations/s, alone %.0f (%.0f %%).",
        FANS,
        rate,
        p99,
        failures.sum(),
        beside.perSecond(),
        alone.perSecond(),
        100 * beside.perSecond() / alone.perSecond());
  }
}
