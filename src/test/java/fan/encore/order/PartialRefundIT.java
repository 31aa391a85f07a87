package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fan.encore.local.LocalDatabase;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.payment.PaymentCaptured;
import fan.encore.payment.PaymentRefunded;
import fan.encore.shared.Idempotency;
import fan.encore.shared.Money;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets that go back one by one: stock, money and the order's state, on a real PostgreSQL. */
class PartialRefundIT {

  private static final int THREADS = 8;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static BoxOffice office;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    office = new BoxOffice(database.appDataSource(LocalDatabase.NAME), THREADS);
  }

  @AfterAll
  static void stop() throws Exception {
    office.close();
    database.close();
  }

  @Test
  void oneTicketOfThreeGoesBackWithItsFee() throws Exception {
    String slug = office.event(5_500, 10);
    Receivable order = sold(slug, 3);
    RefundView given = give(order, "one", false, 2);
    assertEquals(new Money(5_775, "JPY"), given.amount());
    assertEquals("PAID", office.status(order));
    assertEquals(List.of(8, 0, 2), office.stock(slug, "type-0"));
    assertEquals(List.of(5_775L), sent(order));
    assertEquals(
        1,
        office.facts.stream()
            .filter(new SeatsRefunded(order.orderCode(), List.of(seat(2)), false)::equals)
            .count());
  }

  @Test
  void keptFeesStayAndTheLastTicketEndsTheOrder() throws Exception {
    String slug = office.event(5_500, 10);
    Receivable order = sold(slug, 2);
    assertEquals(5_500, give(order, "first", true, 1).amount().minor());
    assertEquals(5_500, give(order, "rest", true).amount().minor());
    assertEquals("REFUNDED", office.status(order));
    assertEquals(List.of(10, 0, 0), office.stock(slug, "type-0"));
    assertEquals(List.of(5_500L, 5_500L), sent(order));
    assertThrows(OrderNotRefundable.class, () -> give(order, "more", false));
  }

  @Test
  void theSameKeyGivesNothingTwice() throws Exception {
    String slug = office.event(5_500, 10);
    Receivable order = sold(slug, 3);
    RefundView first = give(order, "same", false, 1);
    assertEquals(first.code(), give(order, "same", false, 1).code());
    assertThrows(Idempotency.KeyReused.class, () -> give(order, "same", false, 2));
    assertThrows(OrderNotRefundable.class, () -> give(order, "other", false, 1));
    assertThrows(OrderNotRefundable.class, () -> give(order, "none", false, 4));
    assertEquals(List.of(8, 0, 2), office.stock(slug, "type-0"));
    assertEquals(1, sent(order).size());
  }

  @Test
  void whoGivesTheSameTicketBackAtOnceGivesItBackOnce() throws Exception {
    String slug = office.event(5_500, 10);
    Receivable order = sold(slug, 3);
    List<Callable<RefundView>> racers = new ArrayList<>();
    for (int n = 0; n < THREADS; n++) {
      String key = "race-" + n;
      racers.add(() -> give(order, key, false, 1));
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    int won = 0;
    try {
      for (Future<RefundView> racer : threads.invokeAll(racers)) {
        won += succeeded(racer);
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, won);
    assertEquals(List.of(8, 0, 2), office.stock(slug, "type-0"));
  }

  @Test
  void theRestGoesBackWhenThePaymentDoes() throws Exception {
    String slug = office.event(5_500, 10);
    Receivable order = order(slug, 3);
    PaymentCaptured paid = office.capture(1, order);
    give(order, "one", false, 1);
    PaymentRefunded all =
        new PaymentRefunded(
            paid.payment(), paid.purpose(), paid.subject(), 1, paid.amount(), "administrator");
    office.transactions.run(() -> office.returns.onRefunded(all));
    office.transactions.run(() -> office.returns.onRefunded(all));
    assertEquals("REFUNDED", office.status(order));
    assertEquals(List.of(10, 0, 0), office.stock(slug, "type-0"));
    List<RefundView> refunds = office.transactions.call(() -> office.giving.of(order.orderCode()));
    assertEquals(List.of(1, 2), refunds.stream().map(RefundView::quantity).toList());
    assertEquals(
        order.total().minor(), refunds.stream().mapToLong(one -> one.amount().minor()).sum());
  }

  private static int succeeded(Future<RefundView> racer) throws InterruptedException {
    try {
      racer.get();
      return 1;
    } catch (ExecutionException refused) {
      assertEquals(OrderNotRefundable.class, refused.getCause().getClass());
      return 0;
    }
  }

  private static Receivable order(String slug, int tickets) throws Exception {
    String key = String.valueOf(System.nanoTime());
    return office.order(1, office.hold(1, slug, key, new HoldLine("type-0", tickets)));
  }

  private static Receivable sold(String slug, int tickets) throws Exception {
    Receivable order = order(slug, tickets);
    office.capture(1, order);
    return order;
  }

  private static RefundView give(Receivable order, String key, boolean keepFees, int... numbers)
      throws Exception {
    List<SoldSeat> seats = new ArrayList<>();
    for (int number : numbers) {
      seats.add(seat(number));
    }
    RefundTickets wanted = new RefundTickets(seats, keepFees, false, "Ill", key);
    return office.transactions.call(() -> office.giving.refundByHouse(order.orderCode(), wanted));
  }

  private static SoldSeat seat(int number) {
    return new SoldSeat("type-0", number);
  }

  /** What providers were asked to send back for this order. */
  private static List<Long> sent(Receivable order) throws Exception {
    String payment =
        office.transactions.call(
            () ->
                office
                    .sql
                    .first(
                        "select payment from encore.ticket_order where code = ?",
                        row -> row.getString(1),
                        order.orderCode())
                    .orElseThrow());
    return office.refunds.stream()
        .filter(refund -> refund.startsWith(payment + " "))
        .map(refund -> Long.valueOf(refund.substring(payment.length() + 1)))
        .toList();
  }
}
