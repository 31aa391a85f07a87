package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.local.LocalDatabase;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.payment.PaymentCaptured;
import fan.encore.payment.PaymentRefunded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a refund does to an order and its tickets, on a real PostgreSQL. */
class RefundIT {

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static BoxOffice office;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    office = new BoxOffice(database.appDataSource(LocalDatabase.NAME), 2);
  }

  @AfterAll
  static void stop() throws Exception {
    office.close();
    database.close();
  }

  @Test
  void refundedTicketsAreFreeAgainOnce() throws Exception {
    String slug = office.event(5500, 10);
    Receivable order = order(slug, 3);
    PaymentCaptured paid = office.capture(1, order);
    assertEquals(List.of(7, 0, 3), office.stock(slug, "type-0"));
    refund(paid);
    assertEquals("REFUNDED", office.status(order));
    assertEquals(List.of(10, 0, 0), office.stock(slug, "type-0"));
    refund(paid);
    assertEquals(List.of(10, 0, 0), office.stock(slug, "type-0"), "told twice, given once");
    OrderRefunded fact = new OrderRefunded(order.orderCode());
    assertEquals(1, office.facts.stream().filter(fact::equals).count());
  }

  @Test
  void aPaymentThatBoughtNothingGivesNothingBack() throws Exception {
    String slug = office.event(5500, 2);
    Receivable late = order(slug, 2);
    office.pass(BoxOffice.HOLD.plus(Duration.ofSeconds(1)));
    office.expire();
    Receivable quick = order(slug, 2);
    office.capture(1, quick);
    PaymentCaptured paid = office.capture(1, late);
    refund(paid);
    assertEquals("REFUNDED", office.status(late));
    assertEquals("PAID", office.status(quick));
    assertEquals(List.of(0, 0, 2), office.stock(slug, "type-0"));
  }

  private static Receivable order(String slug, int tickets) throws Exception {
    String key = String.valueOf(System.nanoTime());
    return office.order(1, office.hold(1, slug, key, new HoldLine("type-0", tickets)));
  }

  private static void refund(PaymentCaptured paid) throws Exception {
    PaymentRefunded fact =
        new PaymentRefunded(
            paid.payment(), paid.purpose(), paid.subject(), 1, paid.amount(), "administrator");
    office.transactions.run(() -> office.returns.onRefunded(fact));
  }
}
