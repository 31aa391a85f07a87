package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.fairness.Transparency;
import fan.encore.inventory.InventoryAlarm;
import fan.encore.inventory.InventoryHeads;
import fan.encore.inventory.InventoryProof;
import fan.encore.inventory.InventoryProof.Fault;
import fan.encore.inventory.InventorySequencer;
import fan.encore.inventory.Movement;
import fan.encore.local.LocalDatabase;
import fan.encore.local.PlainTransactions;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.shared.BusinessError;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The inventory ledger follows sales whatever happens in them, and the proof sees what is wrong.
 */
class InventoryIT {

  private static final int BUYERS = 16;
  private static final int STEPS = 40;
  private static final String LINE =
      "select e.*, encode(e.hash, 'hex') as text from encore.inventory_entry e"
          + " join encore.live_event v on v.id = e.event_id where v.slug = ? order by e.place";

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static BoxOffice office;
  private static PlainTransactions transactions;
  private static Sql sql;
  private static InventorySequencer sequencer;
  private static InventoryProof proof;
  private static final List<Fault> told = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    office = new BoxOffice(database.appDataSource(LocalDatabase.NAME), BUYERS);
    transactions = new PlainTransactions(database.appDataSource(LocalDatabase.NAME), 2);
    sql = new Sql(transactions.dataSource());
    sequencer =
        new InventorySequencer(
            sql, Clock.systemUTC(), new InventoryHeads(sql, new Transparency(sql)));
    proof = new InventoryProof(sql, Clock.systemUTC(), new NotedAlarm());
  }

  @AfterAll
  static void stop() throws Exception {
    transactions.close();
    office.close();
    database.close();
  }

  @Test
  void everyMovementOfARaceIsInTheChainAndNoCountIsEverImpossible() throws Exception {
    String slug = office.event(5500, 12, 30);
    AtomicBoolean open = new AtomicBoolean(true);
    ExecutorService threads = Executors.newFixedThreadPool(BUYERS + 1);
    try {
      Future<?> scribe = threads.submit(() -> writeWhile(open));
      List<Future<?>> buyers = new ArrayList<>();
      for (int buyer = 1; buyer <= BUYERS; buyer++) {
        int number = buyer;
        buyers.add(threads.submit(() -> trade(slug, number)));
      }
      for (Future<?> buyer : buyers) {
        buyer.get();
      }
      open.set(false);
      scribe.get();
    } finally {
      threads.shutdownNow();
    }
    catchUp();
    List<Movement> lines = lines(slug);
    follow(slug, lines);
    assertTrue(lines.size() > 100, "a race with " + lines.size() + " movements");
    for (String type : List.of("type-0", "type-1")) {
      Movement last = last(lines, type);
      assertEquals(office.stock(slug, type), List.of(last.free(), last.held(), last.sold()));
    }
    assertEquals(List.of(), transactions.call(() -> proof.faults()));
  }

  private static Void writeWhile(AtomicBoolean open) throws Exception {
    while (open.get()) {
      now();
      assertEquals(List.of(), transactions.call(() -> proof.faults()), "in the middle of the sale");
    }
    return null;
  }

  /** Holds, gives back, pays and is paid back, by chance. */
  private static Void trade(String slug, int buyer) throws Exception {
    Random luck = new Random(buyer);
    for (int step = 0; step < STEPS; step++) {
      try {
        String type = "type-" + luck.nextInt(2);
        HoldLine line = new HoldLine(type, 1 + luck.nextInt(3));
        ReservationView held = office.hold(buyer, slug, "-" + buyer + "-" + step, line);
        if (luck.nextInt(3) > 0) {
          office.transactions.run(() -> office.reservations.release(buyer, held.code()));
        } else if (luck.nextInt(4) > 0) {
          office.capture(buyer, office.order(buyer, held));
        }
      } catch (BusinessError soldOut) {
        // another chance, another step
      }
    }
    return null;
  }

  @Test
  void aBuyerFindsHerLinesAndAHoldThatExpiredAndIsPaidLateIsSoldAfterAll() throws Exception {
    String slug = office.event(5500, 5);
    ReservationView held = office.hold(1, slug, "mine", new HoldLine("type-0", 2));
    Receivable order = office.order(1, held);
    catchUp();
    office.pass(BoxOffice.HOLD);
    office.expire();
    catchUp();
    office.capture(1, order);
    catchUp();
    List<Movement> lines = lines(slug);
    follow(slug, lines);
    String me = Movement.blinded(held.code());
    assertEquals(
        List.of("HELD", "RELEASED", "HELD", "SOLD"),
        lines.stream()
            .filter(line -> line.subject().equals(me))
            .map(line -> line.kind().name())
            .toList());
    assertEquals(2, last(lines, "type-0").sold());
  }

  @Test
  void whatWasWrittenCannotBeChanged() throws Exception {
    office.event(0, 5);
    catchUp();
    for (String change :
        List.of(
            "update encore.inventory_entry set sold = 0, free = capacity - held",
            "delete from encore.inventory_entry")) {
      assertThrows(Exception.class, () -> transactions.run(() -> sql.update(change)), change);
    }
  }

  @Test
  void ticketsThatDoNotAddUpAreAnAlarmOnceUntilTheyDo() throws Exception {
    String slug = office.event(0, 5);
    String type =
        "update encore.ticket_stock set free = free - ?, held = held + ? where ticket_type_id ="
            + " (select t.id from encore.ticket_type t join encore.live_event e"
            + " on e.id = t.event_id where e.slug = ?)";
    transactions.run(() -> sql.update(type, 1, 1, slug));
    prove();
    prove();
    assertEquals(1, told.size(), "told once");
    assertTrue(told.get(0).detail().contains("held 1 (reservations 0)"), told.get(0).detail());
    transactions.run(() -> sql.update(type, -1, -1, slug));
    prove();
    assertEquals(0, open());
    transactions.run(() -> sql.update(type, 1, 1, slug));
    prove();
    assertEquals(2, told.size(), "and again when it comes again");
    transactions.run(() -> sql.update(type, -1, -1, slug));
    prove();
  }

  private static long open() throws Exception {
    return transactions.call(
        () -> sql.number("select count(*) from encore.inventory_alarm where over_at is null"));
  }

  private static void prove() throws Exception {
    transactions.run(
        () -> sql.update("update encore.inventory_progress set proof_next = '-infinity'"));
    transactions.run(proof::prove);
  }

  /** Looks at once, without the rest that it takes between two looks. */
  private static int now() throws Exception {
    transactions.run(
        () -> sql.update("update encore.inventory_progress set next_at = '-infinity'"));
    return transactions.call(() -> sequencer.record());
  }

  private static void catchUp() throws Exception {
    now();
    while (now() > 0) {
      // until a look finds nothing
    }
  }

  private static List<Movement> lines(String slug) throws Exception {
    return transactions.call(
        () ->
            sql.list(
                LINE,
                row ->
                    new Movement(
                        row.getLong("place"),
                        row.getString("type_code"),
                        Movement.MovementKind.valueOf(row.getString("kind")),
                        row.getInt("quantity"),
                        row.getString("subject"),
                        row.getInt("capacity"),
                        row.getInt("free"),
                        row.getInt("held"),
                        row.getInt("sold"),
                        Sql.instant(row, "recorded_at"),
                        row.getString("text")),
                slug));
  }

  private static Movement last(List<Movement> lines, String type) {
    return lines.stream()
        .filter(line -> line.type().equals(type))
        .reduce((before, after) -> after)
        .orElseThrow();
  }

  /** As a stranger would: every place, every hash, every sum. */
  private static void follow(String slug, List<Movement> lines) {
    String hash = Movement.genesis(slug);
    long place = 0;
    for (Movement line : lines) {
      place++;
      assertEquals(place, line.place());
      hash = Codes.sha256(hash + "\n" + line.line());
      assertEquals(hash, line.hash(), line.line());
      assertEquals(line.capacity(), line.free() + line.held() + line.sold(), line.line());
      assertTrue(line.free() >= 0 && line.held() >= 0 && line.sold() >= 0, line.line());
    }
  }

  private static final class NotedAlarm extends InventoryAlarm {
    @Override
    public void tell(Fault fault) {
      told.add(fault);
    }
  }
}
