package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.Crowd;
import fan.encore.local.LocalDatabase;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.payment.PaymentCaptured;
import fan.encore.shared.Idempotency;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds, payments and expiry at the same moment, on a real PostgreSQL as the application's role.
 */
class ReservationRaceIT {

  private static final int BUYERS = 64;
  private static final int LAST_TICKETS = 10;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static BoxOffice office;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    database.copy(LocalDatabase.NAME, "unguarded");
    office = new BoxOffice(database.appDataSource(LocalDatabase.NAME), BUYERS);
  }

  @AfterAll
  static void stop() throws Exception {
    office.close();
    database.close();
  }

  @Test
  void sixtyFourBuyersGetTheLastTenTicketsAndNoMore() throws Exception {
    String slug = office.event(5500, LAST_TICKETS);
    long held = atOnce(buyer -> tryToHold(slug, buyer, "type-0"));
    assertEquals(LAST_TICKETS, held);
    assertEquals(List.of(0, LAST_TICKETS, 0), office.stock(slug, "type-0"));
    assertEquals(LAST_TICKETS, heldLines(slug));
  }

  @Test
  void theSameRaceWithoutLocksAndConstraintsOversells() throws Exception {
    try (Connection connection = database.ownerDataSource("unguarded").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "alter table encore.ticket_stock drop constraint ck_ticket_stock_not_negative,"
              + " drop constraint ck_ticket_stock_adds_up");
    }
    try (BoxOffice unguarded = new BoxOffice(database.appDataSource("unguarded"), BUYERS)) {
      String slug = unguarded.event(5500, LAST_TICKETS);
      long held = atOnce(buyer -> readThenWrite(unguarded, slug));
      assertTrue(held > LAST_TICKETS, "The race is no race: it held only " + held);
    }
  }

  @Test
  void buyersOfTwoTypesInAnyOrderNeitherDeadlockNorTakeHalf() throws Exception {
    String slug = office.event(5500, LAST_TICKETS, 2 * LAST_TICKETS);
    long held =
        atOnce(
            buyer ->
                buyer % 2 == 0
                    ? tryToHold(slug, buyer, "type-0", "type-1")
                    : tryToHold(slug, buyer, "type-1", "type-0"));
    assertEquals(LAST_TICKETS, held);
    assertEquals(List.of(0, LAST_TICKETS, 0), office.stock(slug, "type-0"));
    assertEquals(List.of(LAST_TICKETS, LAST_TICKETS, 0), office.stock(slug, "type-1"));
  }

  @Test
  void oneKeyUsedByManyAtOnceIsOneReservation() throws Exception {
    String slug = office.event(5500, 1);
    List<String> codes = new ArrayList<>();
    atOnce(
        buyer -> {
          String code = office.hold(7, slug, "same", new HoldLine("type-0", 1)).code();
          synchronized (codes) {
            codes.add(code);
          }
          return true;
        });
    assertEquals(BUYERS, codes.size());
    assertEquals(1, codes.stream().distinct().count());
    assertThrows(
        Idempotency.KeyReused.class, () -> office.hold(7, slug, "same", new HoldLine("type-0", 2)));
  }

  @Test
  void anExpiredHoldIsSoldToTheNext() throws Exception {
    String slug = office.event(5500, 1);
    office.hold(1, slug, "a", new HoldLine("type-0", 1));
    assertThrows(SeatsTaken.class, () -> office.hold(2, slug, "b", new HoldLine("type-0", 1)));
    office.pass(BoxOffice.HOLD);
    assertTrue(office.expire() >= 1);
    assertEquals(List.of(1, 0, 0), office.stock(slug, "type-0"));
    office.hold(2, slug, "b", new HoldLine("type-0", 1));
  }

  @Test
  void aLatePaymentGetsItsTicketsWhileTheyAreFree() throws Exception {
    String slug = office.event(5500, 2);
    Receivable order = office.order(1, office.hold(1, slug, "a", new HoldLine("type-0", 2)));
    office.pass(BoxOffice.HOLD);
    office.expire();
    assertEquals("LAPSED", office.status(order));
    PaymentCaptured captured = office.capture(1, order);
    assertEquals("PAID", office.status(order));
    assertEquals(List.of(0, 0, 2), office.stock(slug, "type-0"));
    assertEquals(0, office.suspense(captured));
  }

  @Test
  void aLatePaymentForTicketsThatAreGoneGoesBack() throws Exception {
    String slug = office.event(5500, 1);
    Receivable order = office.order(1, office.hold(1, slug, "a", new HoldLine("type-0", 1)));
    office.pass(BoxOffice.HOLD);
    office.expire();
    office.hold(2, slug, "b", new HoldLine("type-0", 1));
    PaymentCaptured captured = office.capture(1, order);
    office.announce(captured);
    assertEquals("REFUND_DUE", office.status(order));
    assertEquals(1, refundsOf(captured));
    assertEquals(order.total().minor(), office.suspense(captured));
    assertEquals(List.of(0, 1, 0), office.stock(slug, "type-0"));
  }

  @Test
  void hearingOfAPaymentAgainChangesNothingAndASecondPaymentGoesBack() throws Exception {
    String slug = office.event(5500, 3);
    Receivable order = office.order(1, office.hold(1, slug, "a", new HoldLine("type-0", 2)));
    PaymentCaptured first = office.capture(1, order);
    office.announce(first);
    PaymentCaptured second = office.capture(1, order);
    assertEquals("PAID", office.status(order));
    assertEquals(List.of(1, 0, 2), office.stock(slug, "type-0"));
    assertEquals(0, refundsOf(first));
    assertEquals(1, refundsOf(second));
    assertEquals(1, office.facts.stream().filter(new OrderPaid(order.orderCode())::equals).count());
  }

  @Test
  void paymentAgainstExpiryEndsInTicketsOrInARefund() throws Exception {
    String slug = office.event(5500, BUYERS);
    List<Receivable> orders = new ArrayList<>();
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      orders.add(
          office.order(buyer, office.hold(buyer, slug, "p" + buyer, new HoldLine("type-0", 1))));
    }
    office.pass(BoxOffice.HOLD.plus(Duration.ofSeconds(1)));
    atOnce(
        buyer -> {
          if (buyer % 8 == 0) {
            office.expire();
          }
          office.capture(buyer, orders.get(buyer));
          return true;
        });
    for (Receivable order : orders) {
      assertEquals("PAID", office.status(order));
    }
    office.expire();
    assertEquals(List.of(0, 0, BUYERS), office.stock(slug, "type-0"));
  }

  @Test
  void freeTicketsAreSoldAtOnce() throws Exception {
    String slug = office.event(0, 5);
    Receivable order = office.order(1, office.hold(1, slug, "a", new HoldLine("type-0", 2)));
    assertEquals("PAID", office.status(order));
    assertEquals(List.of(3, 0, 2), office.stock(slug, "type-0"));
    assertTrue(office.facts.contains(new OrderPaid(order.orderCode())));
  }

  private static boolean tryToHold(String slug, int buyer, String... types) throws Exception {
    HoldLine[] lines = new HoldLine[types.length];
    for (int i = 0; i < types.length; i++) {
      lines[i] = new HoldLine(types[i], 1);
    }
    try {
      office.hold(buyer, slug, slug, lines);
      return true;
    } catch (SeatsTaken taken) {
      return false;
    }
  }

  /** What a shop does that looks first and writes later, without a lock and a condition. */
  private static boolean readThenWrite(BoxOffice unguarded, String slug) throws Exception {
    return unguarded.transactions.call(
        () -> {
          long type =
              unguarded.sql.number(
                  "select t.id from encore.ticket_type t join encore.live_event e"
                      + " on e.id = t.event_id where e.slug = ?",
                  slug);
          long free =
              unguarded.sql.number(
                  "select free from encore.ticket_stock where ticket_type_id = ?", type);
          if (free < 1) {
            return false;
          }
          unguarded.sql.update(
              "update encore.ticket_stock set free = free - 1, held = held + 1"
                  + " where ticket_type_id = ?",
              type);
          return true;
        });
  }

  /** All buyers at the same moment; how many succeeded. */
  private static long atOnce(Crowd.Turn<Boolean> attempt) throws Exception {
    return Crowd.wins(BUYERS, attempt);
  }

  private static long refundsOf(PaymentCaptured payment) {
    return office.refunds.stream()
        .filter(refund -> refund.startsWith(payment.payment() + " "))
        .count();
  }

  private static long heldLines(String slug) throws Exception {
    return office.transactions.call(
        () ->
            office.sql.number(
                "select coalesce(sum(l.quantity), 0) from encore.reservation_line l"
                    + " join encore.ticket_reservation r on r.id = l.reservation_id"
                    + " join encore.live_event e on e.id = r.event_id"
                    + " where e.slug = ? and r.status = 'HELD'",
                slug));
  }
}
