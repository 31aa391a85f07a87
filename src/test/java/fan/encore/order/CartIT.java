package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.payment.PaymentCaptured;
import fan.encore.payment.PaymentRefunded;
import fan.encore.shared.Idempotency;
import fan.encore.shared.Money;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
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

/** One payment for several events: what is sold, what goes back, and what a race may not do. */
class CartIT {

  private static final int BUYERS = 32;
  private static final HoldLine ONE = new HoldLine("type-0", 1);

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static BoxOffice office;
  private static CartCounter counter;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    database.copy(LocalDatabase.NAME, "unguarded");
    office = new BoxOffice(database.appDataSource(LocalDatabase.NAME), BUYERS);
    counter = new CartCounter(office);
  }

  @AfterAll
  static void stop() throws Exception {
    office.close();
    database.close();
  }

  @Test
  void onePaymentSellsTheOrdersOfTwoEvents() throws Exception {
    String first = office.event(5500, 5);
    String second = office.event(3000, 5);
    CartDue due =
        counter.place(1, "k", office.hold(1, first, "a", ONE), office.hold(1, second, "b", ONE));
    assertEquals(new Money(8925, "JPY"), due.total());
    assertEquals(2, due.orders().size());
    PaymentCaptured paid = counter.capture(1, due);
    assertEquals(List.of("PAID", "PAID"), counter.statuses(due));
    assertEquals(List.of(4, 0, 1), office.stock(first, "type-0"));
    assertEquals(List.of(4, 0, 1), office.stock(second, "type-0"));
    assertEquals(0, office.suspense(paid), "all money has found its order");
    counter.announce(paid);
    assertEquals(List.of(4, 0, 1), office.stock(first, "type-0"), "hearing it again is nothing");
    assertEquals(0, refundsOf(paid));
  }

  @Test
  void theSameWishIsTheSameCartAndAnotherKeyTakesItUpAgain() throws Exception {
    ReservationView a = office.hold(2, office.event(5500, 5), "a", ONE);
    ReservationView b = office.hold(2, office.event(5500, 5), "b", ONE);
    CartDue due = counter.place(2, "k", a, b);
    assertEquals(due, counter.place(2, "k", b, a), "the order of the lines does not matter");
    assertEquals(due.code(), counter.place(2, "other", a, b).code());
    assertThrows(Idempotency.KeyReused.class, () -> counter.place(2, "k", a));
    assertThrows(ReservationNotFound.class, () -> counter.place(3, "k", a, b));
  }

  @Test
  void oneEndedHoldOrdersNothing() throws Exception {
    String slug = office.event(5500, 5);
    ReservationView ended = office.hold(4, slug, "a", ONE);
    office.pass(Duration.ofMinutes(6));
    ReservationView held = office.hold(4, office.event(5500, 5), "b", ONE);
    office.pass(Duration.ofMinutes(5));
    assertThrows(ReservationExpired.class, () -> counter.place(4, "k", ended, held));
    assertEquals(1, counter.place(4, "k", held).orders().size(), "nothing was left behind");
  }

  @Test
  void whatCostsNothingIsSoldAtOnceAndAllFreeNeedsNoPayment() throws Exception {
    ReservationView free = office.hold(5, office.event(0, 5), "a", ONE);
    ReservationView dear = office.hold(5, office.event(1000, 5), "b", ONE);
    CartDue due = counter.place(5, "k", free, dear);
    assertEquals(List.of("PAID", "OPEN"), counter.statuses(due));
    counter.capture(5, due);
    assertEquals(List.of("PAID", "PAID"), counter.statuses(due));
    ReservationView gift = office.hold(5, office.event(0, 5), "c", ONE);
    CartDue nothing = counter.place(5, "k2", gift);
    assertEquals(new Money(0, "JPY"), nothing.total());
    assertEquals(nothing, counter.place(5, "k2", gift));
    assertEquals(List.of("PAID"), counter.statuses(nothing));
  }

  @Test
  void aLatePaymentSellsWhatIsThereAndGivesTheRestBack() throws Exception {
    String gone = office.event(5500, 1);
    String there = office.event(3000, 5);
    CartDue due =
        counter.place(6, "k", office.hold(6, gone, "a", ONE), office.hold(6, there, "b", ONE));
    office.pass(BoxOffice.HOLD.plusSeconds(1));
    while (office.expire() > 0) {
      continue;
    }
    office.hold(7, gone, "b", ONE);
    PaymentCaptured late = counter.capture(6, due);
    counter.announce(late);
    assertEquals(List.of("PAID", "REFUNDED"), counter.statuses(due).stream().sorted().toList());
    assertEquals(List.of(4, 0, 1), office.stock(there, "type-0"));
    assertEquals(List.of(0, 1, 0), office.stock(gone, "type-0"));
    assertEquals(List.of(late.payment() + " 5775"), refundsFrom(late), "its part, once");
    assertEquals(5775, office.suspense(late), "what goes back waits for its refund");
  }

  @Test
  void anOrderThatWasPaidAloneMeanwhileIsNotPaidTwice() throws Exception {
    String first = office.event(5500, 5);
    String second = office.event(3000, 5);
    CartDue due =
        counter.place(8, "k", office.hold(8, first, "a", ONE), office.hold(8, second, "b", ONE));
    Receivable alone =
        office.transactions.call(() -> office.orders.receivable(8, due.orders().get(0)));
    office.capture(8, alone);
    PaymentCaptured cart = counter.capture(8, due);
    assertEquals(List.of("PAID", "PAID"), counter.statuses(due));
    assertEquals(List.of(cart.payment() + " " + alone.total().minor()), refundsFrom(cart));
    assertEquals(List.of(4, 0, 1), office.stock(first, "type-0"));
  }

  @Test
  void aPaymentThatWentBackWholeReturnsAllItsOrders() throws Exception {
    String first = office.event(5500, 5);
    String second = office.event(3000, 5);
    CartDue due =
        counter.place(9, "k", office.hold(9, first, "a", ONE), office.hold(9, second, "b", ONE));
    PaymentCaptured paid = counter.capture(9, due);
    PaymentRefunded back =
        new PaymentRefunded(paid.payment(), "TICKETS", due.code(), 9, paid.amount(), "asked");
    office.transactions.run(() -> office.returns.onRefunded(back));
    office.transactions.run(() -> office.returns.onRefunded(back));
    assertEquals(List.of("REFUNDED", "REFUNDED"), counter.statuses(due));
    assertEquals(List.of(5, 0, 0), office.stock(first, "type-0"));
    assertEquals(List.of(5, 0, 0), office.stock(second, "type-0"));
  }

  @Test
  void captureAgainstTheEndOfOneHoldEndsInTicketsOrInARefundOfThatPart() throws Exception {
    String hot = office.event(5500, BUYERS);
    String calm = office.event(3000, BUYERS);
    List<CartDue> carts = carts(office, counter, hot, calm);
    PaymentCaptured[] paid = new PaymentCaptured[BUYERS];
    atOnce(
        buyer -> {
          if (buyer % 2 == 0) {
            office.expire();
          }
          if (buyer % 4 == 0) {
            grab(hot, 1000 + buyer);
          }
          paid[buyer] = counter.capture(100 + buyer, carts.get(buyer));
          return true;
        });
    while (office.expire() > 0) {
      continue;
    }
    int sold = 0;
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      List<String> statuses = counter.statuses(carts.get(buyer));
      assertTrue(
          List.of("PAID", "REFUNDED").containsAll(statuses),
          () -> "neither sold nor back " + statuses);
      sold += (int) statuses.stream().filter("PAID"::equals).count();
      long lost = counter.lostMinor(carts.get(buyer));
      assertEquals(lost, office.suspense(paid[buyer]), "every part is sold or waits to go back");
      assertEquals(lost, backMinor(paid[buyer]));
    }
    int inStock = office.stock(hot, "type-0").get(2) + office.stock(calm, "type-0").get(2);
    assertEquals(sold, inStock, "as many tickets are sold as orders are paid");
  }

  /** The same without the locks: reads first, sells later. Then tickets are counted twice. */
  @Test
  void theSameRaceWithoutLocksLosesCount() throws Exception {
    try (Connection connection = database.ownerDataSource("unguarded").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "alter table encore.ticket_stock drop constraint ck_ticket_stock_not_negative,"
              + " drop constraint ck_ticket_stock_adds_up");
    }
    try (BoxOffice unguarded = new BoxOffice(database.appDataSource("unguarded"), BUYERS)) {
      CartCounter careless = new CartCounter(unguarded);
      String hot = unguarded.event(5500, BUYERS);
      String calm = unguarded.event(3000, BUYERS);
      List<CartDue> carts = carts(unguarded, careless, hot, calm);
      CyclicBarrier seen = new CyclicBarrier(BUYERS);
      atOnce(
          buyer -> {
            List<String> held = careless.heldOrders(carts.get(buyer));
            seen.await();
            if (buyer == 0) {
              unguarded.expire();
            }
            seen.await();
            careless.sellUnlooked(held);
            return true;
          });
      List<Integer> left = unguarded.stock(hot, "type-0");
      assertTrue(
          left.get(0) + left.get(2) > BUYERS || left.get(1) < 0, () -> "The race is none: " + left);
    }
  }

  /** A cart of both events for every buyer, whose holds have just ended. */
  private static List<CartDue> carts(BoxOffice office, CartCounter counter, String hot, String calm)
      throws Exception {
    List<CartDue> carts = new ArrayList<>();
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      long fan = 100 + buyer;
      ReservationView one = office.hold(fan, hot, "h" + buyer, ONE);
      ReservationView two = office.hold(fan, calm, "c" + buyer, ONE);
      carts.add(
          buyer % 3 == 0 ? counter.place(fan, hot, two, one) : counter.place(fan, hot, one, two));
    }
    office.pass(BoxOffice.HOLD.plusSeconds(1));
    return carts;
  }

  private static void grab(String slug, int buyer) throws Exception {
    try {
      office.hold(buyer, slug, "grab" + buyer, ONE);
    } catch (SeatsTaken taken) {
      assertTrue(taken.code() != null);
    }
  }

  private static long refundsOf(PaymentCaptured payment) {
    return refundsFrom(payment).size();
  }

  private static List<String> refundsFrom(PaymentCaptured payment) {
    return office.refunds.stream()
        .filter(refund -> refund.startsWith(payment.payment() + " "))
        .toList();
  }

  private static long backMinor(PaymentCaptured payment) {
    return refundsFrom(payment).stream()
        .mapToLong(refund -> Long.parseLong(refund.split(" ")[1]))
        .sum();
  }

  private interface Attempt {
    boolean by(int buyer) throws Exception;
  }

  private static void atOnce(Attempt attempt) throws Exception {
    CyclicBarrier start = new CyclicBarrier(BUYERS);
    ExecutorService threads = Executors.newFixedThreadPool(BUYERS);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < BUYERS; i++) {
        int buyer = i;
        tasks.add(
            () -> {
              start.await();
              return attempt.by(buyer);
            });
      }
      for (Future<Boolean> outcome : threads.invokeAll(tasks)) {
        outcome.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
