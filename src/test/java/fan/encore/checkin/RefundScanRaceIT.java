package fan.encore.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.order.OrderPaid;
import fan.encore.order.SeatsRefunded;
import fan.encore.order.SoldSeat;
import fan.encore.ticket.TicketReturns;
import fan.encore.ticket.TicketUsed;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ticket that is scanned and given back at the same moment: one of the two happens, not both. */
class RefundScanRaceIT {

  private static final int TICKETS = 60;

  @TempDir private static Path dir;

  private static LocalDatabase database;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    database.copy(LocalDatabase.NAME, "careless");
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @Test
  void aTicketLetsSomebodyInOrGoesBack() throws Exception {
    assertEquals(0, both(LocalDatabase.NAME, false), "entered and was given back");
  }

  @Test
  void withoutTheConditionsBothHappen() throws Exception {
    DoorFunctions.change(
        database.ownerDataSource("careless"), "check_in", "v_ticket.status <> 'ISSUED' or ", "");
    assertTrue(both("careless", true) > 0, "The race is no race");
  }

  /** How many of the tickets let somebody in and were given back as well. */
  private static int both(String name, boolean evenIfUsed) throws Exception {
    Hall hall = new Hall(database.appDataSource(name));
    TicketReturns returns = new TicketReturns(hall.sql);
    String slug = hall.event();
    String order = hall.order(slug, TICKETS);
    hall.issue.issue(new OrderPaid(order));
    List<String> tickets = hall.tickets(order);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CyclicBarrier start = new CyclicBarrier(2);
    int both = 0;
    try {
      for (int n = 0; n < TICKETS; n++) {
        String qr = hall.qr(tickets.get(n));
        SeatsRefunded back =
            new SeatsRefunded(order, List.of(new SoldSeat("ga", n + 1)), evenIfUsed);
        Callable<Boolean> scan =
            () -> {
              start.await();
              return hall.scan(slug, qr, "North").outcome() == Outcome.VALID;
            };
        Callable<Boolean> refund =
            () -> {
              start.await();
              return given(returns, back);
            };
        Future<Boolean> entered = threads.submit(scan);
        Future<Boolean> given = threads.submit(refund);
        assertTrue(entered.get() | given.get(), "neither happened");
        both += entered.get() && given.get() ? 1 : 0;
      }
    } finally {
      threads.shutdownNow();
    }
    return both;
  }

  private static boolean given(TicketReturns returns, SeatsRefunded back) {
    try {
      returns.cancel(back);
      return true;
    } catch (TicketUsed used) {
      return false;
    }
  }
}
