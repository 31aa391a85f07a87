package fan.encore.bench;

import fan.encore.local.LocalServer;
import fan.encore.shared.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * A million racing attempts to hold tickets, with the server killed twice in between. Whoever gets
 * no definite answer asks again with the same key, as a careful client does. Afterwards nothing was
 * sold twice, and nothing that a fan was told is gone.
 *
 * <p>System property {@code encore.bench.attempts}: how many attempts (1,000,000).
 */
final class HoldStorm {

  private static final int CONNECTIONS = 64;
  private static final int TICKETS = 100_000;
  private static final long PAUSE_MILLIS = 200;
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
  private static final int OK = 200;
  private static final int MULTIPLE = 300;
  private static final int CONFLICT = 409;

  private static final String EVENT =
      "select e.slug, t.code from encore.live_event e join encore.ticket_type t on t.event_id = e.id"
          + " where e.title = 'The Longest Queue' order by e.id desc, t.place limit 1";

  private static final String OVERSOLD =
      "select coalesce(sum(greatest(0, l.tickets - s.capacity)), 0) from encore.ticket_stock s"
          + " join (select l.ticket_type_id, sum(l.quantity) as tickets"
          + " from encore.ticket_reservation r join encore.reservation_line l"
          + " on l.reservation_id = r.id join encore.live_event e on e.id = r.event_id"
          + " where e.slug = ? and r.status in ('HELD', 'SOLD') group by l.ticket_type_id) l"
          + " on l.ticket_type_id = s.ticket_type_id";

  private final long attempts = Long.getLong("encore.bench.attempts", 1_000_000);
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();
  private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
  private final String url;
  private final List<String> tokens;
  private final String slug;
  private final String type;

  /** Starts the server again after it was killed. */
  @FunctionalInterface
  interface Start {
    LocalServer server() throws Exception;
  }

  private HoldStorm(String url, List<String> tokens, String slug, String type) {
    this.url = url;
    this.tokens = tokens;
    this.slug = slug;
    this.type = type;
  }

  /**
   * @param tokens file of the crowd's tokens, one a line
   * @param server the one that runs at the address; it is killed and another one put in its place
   * @param start starts another one at the same address
   * @return whether nothing was sold twice, nothing is gone and everybody was answered
   */
  static boolean survive(
      String url, DataSource database, Path tokens, LocalServer[] server, Start start)
      throws Exception {
    Sql sql = new Sql(database);
    HoldStorm storm =
        sql.first(EVENT, row -> new HoldStorm(url, List.of(), row.getString(1), row.getString(2)))
            .map(found -> new HoldStorm(url, read(tokens), found.slug, found.type))
            .orElseThrow();
    storm.limit(sql);
    List<Thread> threads = new ArrayList<>();
    long begin = System.nanoTime();
    for (int i = 0; i < CONNECTIONS; i++) {
      Thread thread = new Thread(storm::work, "storm-" + i);
      threads.add(thread);
      thread.start();
    }
    storm.awaitHeld(TICKETS / 3);
    server[0].kill();
    server[0] = start.server();
    storm.awaitHeld(2 * TICKETS / 3);
    server[0].kill();
    server[0] = start.server();
    for (Thread thread : threads) {
      thread.join();
    }
    return storm.agrees(sql, (System.nanoTime() - begin) / 1e9);
  }

  private static List<String> read(Path tokens) {
    try {
      return Files.readAllLines(tokens);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** So many tickets are left of the type that everybody wants. */
  private void limit(Sql sql) {
    sql.update(
        "update encore.ticket_stock s set capacity = s.held + s.sold + ?, free = ?"
            + " from encore.ticket_type t join encore.live_event e on e.id = t.event_id"
            + " where t.id = s.ticket_type_id and e.slug = ? and t.code = ?",
        TICKETS,
        TICKETS,
        slug,
        type);
  }

  /** Until so many were told that they hold one, or all attempts are made. */
  private void awaitHeld(int tickets) throws InterruptedException {
    while (told.size() < tickets && next.get() < attempts) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void work() {
    try (Wire wire = new Wire(url)) {
      for (long attempt = next.getAndIncrement();
          attempt < attempts;
          attempt = next.getAndIncrement()) {
        hold(wire, tokens.get((int) (attempt % tokens.size())));
      }
    } catch (IOException closing) {
      // the connection is gone either way
    }
  }

  /** Once, however often it has to be asked. */
  private void hold(Wire wire, String token) {
    String path = "/api/v1/events/" + slug + "/reservations";
    String wish = "{\"lines\":[{\"ticketType\":\"" + type + "\",\"quantity\":1}]}";
    String key = UUID.randomUUID().toString();
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end) {
      try {
        Wire.Answer answer = wire.post(path, token, key, wish);
        if (answer.status() >= OK && answer.status() < MULTIPLE) {
          told.add(Stage.object(answer).getString("code"));
          return;
        }
        if (answer.status() == CONFLICT && answer.body().contains("order.seats_taken")) {
          refused.incrementAndGet();
          return;
        }
        pause();
      } catch (IOException | RuntimeException unknown) {
        pause();
      }
    }
    unanswered.incrementAndGet();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean agrees(Sql sql, double seconds) {
    Set<String> there =
        new HashSet<>(
            sql.list(
                "select r.code from encore.ticket_reservation r join encore.live_event e"
                    + " on e.id = r.event_id where e.slug = ?",
                row -> row.getString(1),
                slug));
    List<String> all = new ArrayList<>(told);
    long lost = all.stream().filter(code -> !there.contains(code)).count();
    long twice = all.size() - all.stream().distinct().count();
    long over = sql.number(OVERSOLD, slug);
    long faults = sql.number("select count(*) from encore.inventory_faults()");
    System.out.printf(
        "%,d attempts in %.0f s through two kills of the server: %,d held, %,d refused, %d without"
            + " an answer; %d oversold, %d lost, %d told twice, %d counts that do not add up.%n",
        attempts, seconds, all.size(), refused.get(), unanswered.get(), over, lost, twice, faults);
    return lost + twice + over + faults + unanswered.get() == 0;
  }
}
