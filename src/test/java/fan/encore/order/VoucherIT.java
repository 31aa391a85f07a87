package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.payment.PaymentCaptured;
import fan.encore.promo.VoucherNotUsable;
import fan.encore.promo.VoucherTerms;
import fan.encore.shared.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vouchers at the checkout, on a real PostgreSQL as the application's role. */
class VoucherIT {

  private static final int THREADS = 16;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static BoxOffice office;
  private static long item;

  private long fan;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    office = new BoxOffice(database.appDataSource(LocalDatabase.NAME), THREADS);
    item =
        office.transactions.call(
            () ->
                office.sql.insert(
                    "with artist as (insert into encore.artist (code, name, tagline, biography,"
                        + " picture_key) values ('luna', 'Luna', '', '', 'public/luna') returning id)"
                        + " insert into encore.item (code, artist_id, name, rarity, kind, picture_key)"
                        + " select 'off', id, 'Off', 'R', 'VOUCHER', 'public/off' from artist"
                        + " returning id"));
    office.transactions.run(
        () -> office.vouchers.set(item, new VoucherTerms(new Money(2_000, "JPY"), 30)));
  }

  @AfterAll
  static void stop() throws Exception {
    office.close();
    database.close();
  }

  @BeforeEach
  void newFan() throws Exception {
    fan = account();
  }

  @Test
  void aVoucherTakesItsAmountOffAndTheBooksSayWhoPaidWhat() throws Exception {
    Receivable order = order("pays", 5_000, voucher());
    assertEquals(new Money(3_250, "JPY"), order.total());
    PaymentCaptured paid = office.capture(fan, order);
    assertEquals("PAID", office.status(order));
    assertEquals(0, office.suspense(paid));
    assertEquals(5_000, posted(order, "house:tickets:revenue:JPY"));
    assertEquals(250, posted(order, "house:fee:revenue:JPY"));
  }

  @Test
  void aVoucherNeverPaysMoreThanTheOrderCosts() throws Exception {
    Receivable order = order("free", 1_000, voucher());
    assertEquals(Money.zero("JPY"), order.total());
    assertEquals("PAID", office.status(order));
    assertEquals(1_000, posted(order, "house:tickets:revenue:JPY"));
    assertEquals(50, posted(order, "house:fee:revenue:JPY"));
  }

  @Test
  void aVoucherPaysOnceAndOnlyForItsOwner() throws Exception {
    String voucher = voucher();
    String code = voucher;
    long stranger = account();
    assertThrows(VoucherNotUsable.class, () -> order("stranger", stranger, 5_000, code));
    order("once", 5_000, voucher);
    assertThrows(VoucherNotUsable.class, () -> order("twice", 5_000, code));
  }

  @Test
  void anOldVoucherDoesNotPay() throws Exception {
    String voucher = voucher();
    office.pass(Duration.ofDays(31));
    try {
      assertThrows(VoucherNotUsable.class, () -> order("old", 5_000, voucher));
    } finally {
      office.pass(Duration.ofDays(-31));
    }
  }

  @Test
  void anOrderThatLapsesGivesItsVoucherBack() throws Exception {
    String voucher = voucher();
    Receivable lapsed = order("lapsing", 5_000, voucher);
    office.pass(BoxOffice.HOLD.plusSeconds(1));
    office.expire();
    assertEquals("LAPSED", office.status(lapsed));
    Receivable second = order("second", 5_000, voucher);
    assertEquals(new Money(3_250, "JPY"), second.total());
    office.capture(fan, lapsed);
    assertEquals("REFUND_DUE", office.status(lapsed), "its voucher is used by the second order");
    office.capture(fan, second);
    assertEquals("PAID", office.status(second));
  }

  @Test
  void aLatePaymentTakesItsVoucherAgainIfItIsFree() throws Exception {
    String voucher = voucher();
    Receivable lapsed = order("late", 5_000, voucher);
    office.pass(BoxOffice.HOLD.plusSeconds(1));
    office.expire();
    office.capture(fan, lapsed);
    assertEquals("PAID", office.status(lapsed));
    assertThrows(VoucherNotUsable.class, () -> order("again", 5_000, voucher));
  }

  @Test
  void oneVoucherInManyOrdersAtOncePaysForOne() throws Exception {
    String voucher = voucher();
    String slug = office.event(5_000, 100);
    List<ReservationView> held = new ArrayList<>();
    for (int n = 0; n < THREADS; n++) {
      held.add(office.hold(fan, slug, "race" + n, new HoldLine("type-0", 1)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    int paid = 0;
    try {
      List<Future<Receivable>> running = new ArrayList<>();
      for (ReservationView one : held) {
        running.add(threads.submit(() -> office.order(fan, one, voucher)));
      }
      for (Future<Receivable> one : running) {
        try {
          one.get();
          paid++;
        } catch (java.util.concurrent.ExecutionException refused) {
          assertTrue(refused.getCause() instanceof VoucherNotUsable, () -> refused.toString());
        }
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, paid);
  }

  private Receivable order(String key, long priceMinor, String voucher) throws Exception {
    return order(key, fan, priceMinor, voucher);
  }

  private static Receivable order(String key, long account, long priceMinor, String voucher)
      throws Exception {
    ReservationView held =
        office.hold(account, office.event(priceMinor, 10), key, new HoldLine("type-0", 1));
    return office.order(account, held, voucher);
  }

  private String voucher() throws Exception {
    return office.transactions.call(() -> office.vouchers.issue(fan, item, "Off", "TEST"));
  }

  private static long posted(Receivable order, String account) throws Exception {
    return office.transactions.call(
        () ->
            office.sql.number(
                "select coalesce(sum(l.amount), 0) from encore.ledger_transfer l"
                    + " join encore.ledger_transaction t on t.id = l.transaction_id"
                    + " join encore.ledger_account a on a.id = l.credit_account_id"
                    + " where t.reference = ? and a.address = ?",
                order.orderCode(),
                account));
  }

  private static long account() throws Exception {
    return office.transactions.call(
        () ->
            office.sql.insert(
                "insert into encore.account (email, display_name, language, status, created_at,"
                    + " version) values (gen_random_uuid() || '@encore.test', 'Fan', 'en',"
                    + " 'ACTIVE', now(), 0) returning id"));
  }
}
