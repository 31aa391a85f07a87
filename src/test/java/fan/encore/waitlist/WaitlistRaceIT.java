package fan.encore.waitlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.Crowd;
import fan.encore.local.LocalDatabase;
import fan.encore.local.PlainTransactions;
import fan.encore.shared.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tickets come back while others want them, on a real PostgreSQL as the application's role: as long
 * as somebody waits, nobody else gets one.
 */
class WaitlistRaceIT {

  private static final int BUYERS = 16;
  private static final int TICKETS = 20;
  private static final int ROUNDS = 30;

  @TempDir private static Path dir;

  private static LocalDatabase database;

  private final AtomicLong accounts = new AtomicLong(10_000);

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    database.copy(LocalDatabase.NAME, "unguarded");
    try (Connection connection = database.ownerDataSource("unguarded").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop trigger returned_tickets_wait on encore.ticket_stock");
    }
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @Test
  void whatComesBackIsNotSoldToOthersWhileSomebodyWaits() throws Exception {
    try (Sale sale = new Sale(LocalDatabase.NAME)) {
      assertEquals(0, publicSales(sale));
      assertEquals(TICKETS, sale.kept());
      assertEquals(List.of(0L, (long) TICKETS, 0L), sale.stock());
    }
  }

  @Test
  void withoutTheGuardOthersSnatchIt() throws Exception {
    try (Sale sale = new Sale("unguarded")) {
      assertTrue(publicSales(sale) > 0, "The race is no race");
    }
  }

  /** Everything is held; one fan waits; the holds end one by one while buyers ask and ask. */
  private long publicSales(Sale sale) throws Exception {
    for (int i = 0; i < TICKETS; i++) {
      assertEquals("HELD", sale.hold());
    }
    sale.join();
    AtomicBoolean over = new AtomicBoolean();
    List<Callable<Long>> turns = new ArrayList<>();
    for (int i = 0; i < BUYERS; i++) {
      turns.add(
          () -> {
            long got = 0;
            while (!over.get()) {
              got += sale.hold().equals("HELD") ? 1 : 0;
            }
            return got;
          });
    }
    turns.add(
        () -> {
          for (int i = 0; i < TICKETS; i++) {
            sale.endOne();
          }
          over.set(true);
          return 0L;
        });
    return Crowd.atOnce(turns).stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void whoJoinsAtThatMomentIsSeenOrSees() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      try (Sale sale = new Sale(LocalDatabase.NAME)) {
        sale.hold();
        long others = sale.stock().get(0);
        for (int i = 0; i < others; i++) {
          sale.hold();
        }
        Crowd.atOnce(
            List.of(
                () -> {
                  sale.join();
                  return 0L;
                },
                () -> {
                  sale.endOne();
                  return 0L;
                }));
        assertEquals(0, sale.stock().get(0), "no free ticket beside a list that is not empty");
        assertEquals(1, sale.kept());
      }
    }
  }

  @Test
  void whatNobodyWaitsForIsFree() throws Exception {
    try (Sale sale = new Sale(LocalDatabase.NAME)) {
      for (int i = 0; i < TICKETS; i++) {
        sale.hold();
      }
      sale.endOne();
      assertEquals(1, sale.stock().get(0), "the list is empty");
      sale.join();
      assertEquals(0, sale.stock().get(0), "and now it is not");
      sale.leave();
      assertEquals(1, sale.releaseKept());
      assertEquals(1, sale.stock().get(0));
      assertEquals(0, sale.kept());
    }
  }

  /** One ticket type with a waiting list that is on. */
  private final class Sale implements AutoCloseable {

    private final PlainTransactions transactions;
    private final Sql sql;
    private final long event;
    private final long type;

    Sale(String name) throws Exception {
      transactions = new PlainTransactions(database.appDataSource(name), BUYERS + 2);
      sql = new Sql(transactions.dataSource());
      String slug = "event-" + UUID.randomUUID();
      Instant now = Instant.now();
      event =
          transactions.call(
              () ->
                  sql.insert(
                      "with place as (insert into encore.venue (code, name, address, city, country, zone,"
                          + " organizer_account_id, version) values (?, 'Hall', 'Street 1', 'Tokyo', 'JP',"
                          + " 'Asia/Tokyo', 1, 1) returning id)"
                          + " insert into encore.live_event (slug, title, description, category, venue_id,"
                          + " organizer_account_id, status, currency, starts_at, ends_at, created_at,"
                          + " published_at, version) select ?, 'A night', 'Songs', 'CONCERT', id, 1,"
                          + " 'PUBLISHED', 'JPY', ?, ?, ?, ?, 1 from place returning id",
                      slug,
                      slug,
                      now.plus(Duration.ofDays(30)),
                      now.plus(Duration.ofDays(31)),
                      now,
                      now));
      type =
          transactions.call(
              () ->
                  sql.insert(
                      "insert into encore.ticket_type (event_id, code, name, description, price_minor, sale_from,"
                          + " sale_until, max_per_order, place, version)"
                          + " values (?, 'ga', 'Standing', '', 5500, ?, ?, 10, 0, 1) returning id",
                      event,
                      now.minusSeconds(1),
                      now.plus(Duration.ofDays(30))));
      transactions.run(
          () -> {
            sql.update(
                "insert into encore.ticket_stock (ticket_type_id, capacity, free) values (?, ?, ?)",
                type,
                TICKETS,
                TICKETS);
            sql.update(
                "insert into encore.waitlist (ticket_type_id, event_id, active, offer_minutes, largest_group)"
                    + " values (?, ?, true, 60, 4)",
                type,
                event);
          });
    }

    /** Somebody holds one ticket as everybody does. */
    String hold() throws Exception {
      String code = UUID.randomUUID().toString();
      return transactions.call(
          () ->
              sql.first(
                      "select o_outcome from encore.hold_tickets(?, ?, ?, 'JPY', ?, '', ?, ?, ?, ?, ?, ?)",
                      row -> row.getString(1),
                      code,
                      accounts.incrementAndGet(),
                      event,
                      code,
                      Instant.now(),
                      Instant.now().plusSeconds(600),
                      new Long[] {type},
                      new Integer[] {1},
                      new Long[] {5500L},
                      new Long[] {275L})
                  .orElseThrow());
    }

    /** The hold of somebody who does not wait runs out. */
    void endOne() throws Exception {
      transactions.run(
          () ->
              sql.update(
                  "update encore.ticket_reservation set created_at = created_at - interval '1 day',"
                      + " expires_at = created_at where id = (select min(id) from encore.ticket_reservation"
                      + " where event_id = ? and account_id > 0 and status = 'HELD')",
                  event));
      transactions.run(() -> sql.number("select encore.expire_reservations(?, 1)", Instant.now()));
    }

    void join() throws Exception {
      String code = UUID.randomUUID().toString();
      transactions.run(
          () -> {
            sql.update(
                "insert into encore.waitlist_entry (code, ticket_type_id, account_id, quantity, priority, joined_at)"
                    + " values (?, ?, ?, 1, 0, now())",
                code,
                type,
                accounts.incrementAndGet());
            sql.number("select encore.keep_tickets(?)", type);
          });
    }

    void leave() throws Exception {
      transactions.run(
          () ->
              sql.update(
                  "update encore.waitlist_entry set status = 'LEFT', ended_at = now() where ticket_type_id = ?",
                  type));
    }

    long releaseKept() throws Exception {
      return transactions.call(() -> sql.number("select encore.release_kept(?)", type));
    }

    long kept() throws Exception {
      return transactions.call(
          () ->
              sql.number(
                  "select coalesce(sum(l.quantity), 0) from encore.waitlist_kept k"
                      + " join encore.reservation_line l on l.reservation_id = k.reservation_id"
                      + " where k.ticket_type_id = ?",
                  type));
    }

    /** Free, held and sold. */
    List<Long> stock() throws Exception {
      return transactions.call(
          () ->
              sql.first(
                      "select free, held, sold from encore.ticket_stock where ticket_type_id = ?",
                      row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)),
                      type)
                  .orElseThrow());
    }

    @Override
    public void close() throws SQLException {
      transactions.close();
    }
  }
}
