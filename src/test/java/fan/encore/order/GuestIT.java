package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.account.EnterAsGuest;
import fan.encore.account.GuestPass;
import fan.encore.account.Guests;
import fan.encore.audit.Audit;
import fan.encore.local.LocalDatabase;
import fan.encore.order.HoldTickets.HoldLine;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What guests may hold, and how their orders come into accounts; on a real PostgreSQL. */
class GuestIT {

  private static final HoldLine ONE = new HoldLine("type-0", 1);
  private static final HoldLine TWO = new HoldLine("type-0", 2);

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static BoxOffice office;
  private static TermsDesk desk;
  private static Guests guests;
  private static GuestOrders orders;

  private String box;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    office = new BoxOffice(database.appDataSource(LocalDatabase.NAME), 16);
    desk = new TermsDesk(office);
    guests = new Guests(office.sql, Clock.systemUTC());
    orders = new GuestOrders(office.sql, guests, null, new SilentAudit());
  }

  @AfterAll
  static void stop() throws Exception {
    office.close();
    database.close();
  }

  @BeforeEach
  void newLetterBox() {
    box = "g" + UUID.randomUUID().toString().replace("-", "");
  }

  @Test
  void guestsWithOneLetterBoxAreOnePersonForLimits() throws Exception {
    String slug = office.event(5500, 20);
    desk.limit(slug, 2);
    office.hold(guest(box + "@fans.example"), slug, "a", TWO);
    long again = guest(box + "+again@Fans.example");
    assertThrows(PersonLimitReached.class, () -> office.hold(again, slug, "b", ONE));
    office.hold(guest("other-" + box + "@fans.example"), slug, "c", TWO);
  }

  @Test
  void guestsWithOneLetterBoxAreOnePersonForPromoCodes() throws Exception {
    String slug = office.event(5500, 20);
    desk.promo(slug, "ONCE", null, 1, null);
    desk.hold(guest(box + "@fans.example"), slug, "a", "ONCE", ONE);
    long again = guest(box + "+x@fans.example");
    assertThrows(PromoUsedByYou.class, () -> desk.hold(again, slug, "b", "ONCE", ONE));
  }

  @Test
  void whetherAnAddressHasAnAccountCannotBeSeen() throws Exception {
    String slug = office.event(5500, 20);
    desk.limit(slug, 2);
    office.hold(account(box + "@fans.example", "ACTIVE"), slug, "a", TWO);
    office.hold(guest(box + "@fans.example"), slug, "b", TWO);
  }

  @Test
  void anAccountTakesTheOrdersOfItsAddressAndNoOthers() throws Exception {
    String slug = office.event(5500, 20);
    long first = guest(box + "@fans.example");
    long second = guest(box.toUpperCase() + "@fans.example");
    long other = guest(box + "+other@fans.example");
    Receivable paid = office.order(first, office.hold(first, slug, "same", ONE));
    Receivable open = office.order(second, office.hold(second, slug, "same", ONE));
    Receivable foreign = office.order(other, office.hold(other, slug, "c", ONE));
    office.capture(first, paid);
    long fan = account(box + "@fans.example", "ACTIVE");
    assertEquals(2, waiting(fan, null));
    assertEquals(2, take(fan, null));
    assertEquals(0, take(fan, null), "taking again moves nothing");
    assertEquals(List.of(fan, fan, other), List.of(owner(paid), owner(open), owner(foreign)));
    office.capture(fan, open);
    assertEquals("PAID", office.status(open), "what was open is paid as ever");
    assertEquals(0, visible(first), "the guest sees nothing of it any more");
  }

  @Test
  void onlyAPassThatCameByMailMovesOrdersOfAnotherAddress() throws Exception {
    String slug = office.event(5500, 20);
    String browser = pass(box + "@fans.example");
    long guest = id(browser);
    office.order(guest, office.hold(guest, slug, "a", ONE));
    long stranger = account("s" + box + "@fans.example", "ACTIVE");
    assertEquals(0, take(stranger, browser));
    assertEquals(0, take(stranger, "encore-guest-made-up"));
    String mailed = office.transactions.call(() -> guests.forMail(guest));
    assertEquals(1, take(stranger, mailed));
  }

  @Test
  void anUnconfirmedOrSuspendedAccountTakesNothing() throws Exception {
    String slug = office.event(5500, 20);
    long guest = guest(box + "@fans.example");
    office.order(guest, office.hold(guest, slug, "a", ONE));
    long fan = account(box + "@fans.example", "UNCONFIRMED");
    assertEquals(0, waiting(fan, null));
    assertEquals(0, take(fan, null));
  }

  @Test
  void takingOrdersOverDoesNotRenewLimits() throws Exception {
    String slug = office.event(5500, 20);
    desk.limit(slug, 2);
    long guest = guest(box + "@fans.example");
    office.order(guest, office.hold(guest, slug, "a", TWO));
    long fan = account(box + "@fans.example", "ACTIVE");
    take(fan, null);
    assertThrows(PersonLimitReached.class, () -> office.hold(fan, slug, "b", ONE));
    assertThrows(PersonLimitReached.class, () -> office.hold(guest, slug, "c", ONE));
    long next = guest(box + "@fans.example");
    assertThrows(PersonLimitReached.class, () -> office.hold(next, slug, "d", ONE));
  }

  @Test
  void paymentsAndTakingOverAtTheSameMomentLoseNothing() throws Exception {
    String slug = office.event(5500, 100);
    long fan = account(box + "@fans.example", "ACTIVE");
    Receivable[] placed = new Receivable[16];
    for (int n = 0; n < placed.length; n++) {
      long guest = guest(box + "@fans.example");
      placed[n] = office.order(guest, office.hold(guest, slug, "race" + n, ONE));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Object>> work = new java.util.ArrayList<>();
      for (Receivable order : placed) {
        work.add(() -> office.capture(fan, order));
        work.add(() -> take(fan, null));
      }
      for (Future<Object> one : threads.invokeAll(work)) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    for (Receivable order : placed) {
      assertEquals("PAID", office.status(order));
      assertEquals(fan, owner(order));
    }
    assertEquals(List.of(84, 0, 16), office.stock(slug, "type-0"));
  }

  @Test
  void aPassEndsAndAGuestWhoOrderedNothingIsForgotten() throws Exception {
    String pass = pass(box + "@fans.example");
    long idle = id(pass);
    String slug = office.event(5500, 5);
    long buyer = guest("b" + box + "@fans.example");
    office.order(buyer, office.hold(buyer, slug, "a", ONE));
    office.transactions.run(
        () ->
            office.sql.update(
                "update encore.guest_pass set expires_at = now() - interval '1 second'"
                    + " where account_id = ?",
                idle));
    assertTrue(office.transactions.call(() -> guests.find(pass)).isEmpty());
    office.transactions.run(
        () ->
            office.sql.update(
                "update encore.account set created_at = now() - interval '8 days' where id in (?, ?)",
                idle,
                buyer));
    office.transactions.call(() -> guests.forget(1000));
    assertEquals("guest-" + idle + "@erased.invalid", email(idle));
    assertEquals("b" + box + "@fans.example", email(buyer));
  }

  private static long guest(String email) throws Exception {
    return id(pass(email));
  }

  private static String pass(String email) throws Exception {
    return office.transactions.call(() -> guests.open(new EnterAsGuest(email, "Rin", "en")));
  }

  private static long id(String pass) throws Exception {
    return office
        .transactions
        .call(() -> guests.find(pass))
        .map(GuestPass::accountId)
        .orElseThrow();
  }

  private static long account(String email, String status) throws Exception {
    return office.transactions.call(
        () ->
            office.sql.insert(
                "insert into encore.account (email, display_name, language, status, created_at,"
                    + " version) values (?, 'Fan', 'en', ?, now(), 0) returning id",
                email,
                status));
  }

  private static int take(long fan, String pass) throws Exception {
    return office.transactions.call(() -> orders.take(fan, pass));
  }

  private static long waiting(long fan, String pass) throws Exception {
    return office.transactions.call(() -> orders.waiting(fan, pass));
  }

  private static long owner(Receivable order) throws Exception {
    return desk.number(
        "select o.account_id from encore.ticket_order o join encore.ticket_reservation r"
            + " on r.id = o.reservation_id and r.account_id = o.account_id where o.code = ?",
        order.orderCode());
  }

  private static long visible(long account) throws Exception {
    return desk.number("select count(*) from encore.ticket_order where account_id = ?", account);
  }

  private static String email(long account) throws Exception {
    return office.transactions.call(
        () ->
            office
                .sql
                .first(
                    "select email from encore.account where id = ?",
                    row -> row.getString(1),
                    account)
                .orElseThrow());
  }

  private static final class SilentAudit extends Audit {
    @Override
    public void record(String action, String subject, String detail) {}
  }
}
