package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fan.encore.event.AddOnWithoutBase;
import fan.encore.event.NotOnSale;
import fan.encore.event.TicketTypeNotFound;
import fan.encore.local.LocalDatabase;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.payment.PaymentCaptured;
import fan.encore.payment.PaymentRefunded;
import fan.encore.promo.PromoUnknown;
import fan.encore.promo.PromoWithoutEffect;
import fan.encore.shared.Money;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.Posting;
import fan.encore.wallet.Transfer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What quotas, limits and codes count from the hold to its end, and what types may demand. */
class TermsIT {

  private static final HoldLine TWO = new HoldLine("type-0", 2);

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static BoxOffice office;
  private static TermsDesk desk;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    office = new BoxOffice(database.appDataSource(LocalDatabase.NAME), 4);
    desk = new TermsDesk(office);
  }

  @AfterAll
  static void stop() throws Exception {
    office.close();
    database.close();
  }

  @Test
  void aReleasedHoldGivesEverythingBack() throws Exception {
    String slug = everything();
    ReservationView held = desk.hold(1, slug, "a", "TEN", TWO);
    assertCounts(slug, List.of(3, 2, 0), 1, 2);
    desk.release(1, held);
    desk.release(1, held);
    assertCounts(slug, List.of(5, 0, 0), 0, 0);
  }

  @Test
  void anExpiredHoldGivesEverythingBack() throws Exception {
    String slug = everything();
    desk.hold(1, slug, "a", "TEN", TWO);
    desk.hold(2, slug, "b", null, TWO);
    office.pass(BoxOffice.HOLD);
    office.expire();
    assertCounts(slug, List.of(5, 0, 0), 0, 0);
  }

  @Test
  void aSoldOrderKeepsItsCountsAndARefundGivesThemBack() throws Exception {
    String slug = everything();
    Receivable order = office.order(1, desk.hold(1, slug, "a", "TEN", TWO));
    PaymentCaptured captured = office.capture(1, order);
    assertEquals(List.of(1L, 1100L), desk.promo(slug, "TEN"));
    assertCounts(slug, List.of(3, 0, 2), 1, 2);
    refund(captured);
    assertEquals("REFUNDED", office.status(order));
    assertCounts(slug, List.of(5, 0, 0), 0, 0);
  }

  @Test
  void aLatePaymentTakesEverythingAgain() throws Exception {
    String slug = everything();
    Receivable order = office.order(1, desk.hold(1, slug, "a", "TEN", TWO));
    office.pass(BoxOffice.HOLD);
    office.expire();
    office.capture(1, order);
    assertEquals("PAID", office.status(order));
    assertCounts(slug, List.of(3, 0, 2), 1, 2);
  }

  @Test
  void aLatePaymentGoesBackWhenItsCodeOrItsShareIsGone() throws Exception {
    String slug = everything();
    Receivable code = office.order(1, desk.hold(1, slug, "a", "TEN", TWO));
    office.pass(BoxOffice.HOLD);
    office.expire();
    desk.hold(2, slug, "b", "TEN", TWO);
    office.capture(1, code);
    assertEquals("REFUND_DUE", office.status(code));
    assertEquals(List.of(1L, 1100L), desk.promo(slug, "TEN"));

    String other = everything();
    Receivable share = office.order(1, desk.hold(1, other, "a", null, TWO));
    office.pass(BoxOffice.HOLD);
    office.expire();
    desk.hold(1, other, "b", null, new HoldLine("type-0", 1));
    office.capture(1, share);
    assertEquals("REFUND_DUE", office.status(share));
    assertCounts(other, List.of(4, 1, 0), 0, 1);
  }

  @Test
  void refusalsChangeNothing() throws Exception {
    String slug = everything();
    desk.hold(1, slug, "a", "TEN", TWO);
    assertThrows(PromoUsedUp.class, () -> desk.hold(2, slug, "b", "TEN", TWO));
    assertThrows(PersonLimitReached.class, () -> desk.hold(1, slug, "c", null, TWO));
    assertThrows(PromoUnknown.class, () -> desk.hold(2, slug, "d", "NONE", TWO));
    desk.hold(2, slug, "e", null, TWO);
    assertThrows(SeatsTaken.class, () -> desk.hold(3, slug, "f", null, TWO));
    assertCounts(slug, List.of(1, 4, 0), 1, 2);
    assertEquals(List.of(46, 4, 0), office.stock(slug, "type-0"));
  }

  @Test
  void aQuoteShowsWhatTheCodeTakesOffEachTicket() throws Exception {
    String slug = office.event(4995, 10);
    desk.promo(slug, "TEN", null, null, null);
    Quote quote = desk.hold(1, slug, "a", " ten ", TWO).quote();
    PricedLine line = quote.lines().get(0);
    assertEquals(new Money(4995, "JPY"), line.listPrice());
    assertEquals(new Money(500, "JPY"), line.cut());
    assertEquals(new Money(4495, "JPY"), line.price());
    assertEquals("TEN", quote.promoCode());
    assertEquals(new Money(1000, "JPY"), quote.cut());
    assertEquals(quote.tickets().plus(quote.fee()), quote.total());
    String code = desk.hold(1, slug, "b", "TEN", TWO).code();
    Quote kept = office.transactions.call(() -> office.reservations.byCode(1, code).quote());
    assertEquals(quote, kept);
  }

  @Test
  void aHiddenTypeIsSoldWithItsCodeOnly() throws Exception {
    String slug = office.event(1000, 5, 5);
    rule(slug, "type-1", "hidden = true");
    HoldLine hidden = new HoldLine("type-1", 1);
    assertThrows(TicketTypeNotFound.class, () -> desk.hold(1, slug, "a", null, hidden));
    unlock(slug, "SECRET");
    assertEquals(1, desk.hold(1, slug, "a", "secret", hidden).quote().quantity());
    assertThrows(
        PromoWithoutEffect.class,
        () -> desk.hold(1, slug, "b", "SECRET", new HoldLine("type-0", 1)));
    HoldTickets unlocked =
        new HoldTickets(slug, List.of(hidden, TWO), null, "secret", null, slug + "c");
    assertEquals(
        3, office.transactions.outside(() -> office.holds.hold(1, unlocked)).quote().quantity());
  }

  @Test
  void anAddOnComesWithItsBaseOnly() throws Exception {
    String slug = office.event(1000, 9, 9);
    rule(slug, "type-1", "max_per_base = 2, base_type_id = " + typeId(slug, "type-0"));
    HoldLine three = new HoldLine("type-1", 3);
    assertThrows(AddOnWithoutBase.class, () -> desk.hold(1, slug, "a", null, three));
    assertThrows(
        AddOnWithoutBase.class,
        () -> desk.hold(1, slug, "a", null, three, new HoldLine("type-0", 1)));
    assertEquals(5, desk.hold(1, slug, "a", null, three, TWO).quote().quantity());
  }

  @Test
  void aBundleTakesWhatItGives() throws Exception {
    String slug = office.event(3000, 10, 10, 10);
    rule(slug, "type-0", "bundle = true");
    office.transactions.run(
        () ->
            office.sql.update(
                "insert into encore.bundle_part select b.id, t.id, t.place from"
                    + " encore.ticket_type b join encore.ticket_type t on t.event_id = b.event_id"
                    + " and t.place > 0 where b.place = 0"
                    + " and b.event_id = (select id from encore.live_event where slug = ?)",
                slug));
    ReservationView held = desk.hold(1, slug, "a", null, TWO, new HoldLine("type-1", 1));
    assertEquals(7, held.quote().quantity(), "2 and 4 of two bundles, and 1 beside them");
    assertEquals(new Money(9000, "JPY"), held.quote().tickets());
    assertEquals(List.of(8, 2, 0), office.stock(slug, "type-0"));
    assertEquals(List.of(7, 3, 0), office.stock(slug, "type-1"));
    assertEquals(List.of(6, 4, 0), office.stock(slug, "type-2"));
    office.capture(1, office.order(1, held));
    assertEquals(List.of(6, 0, 4), office.stock(slug, "type-2"));
    assertEquals(List.of(7, 0, 3), office.stock(slug, "type-1"));
  }

  @Test
  void aFanMayGiveMoreThanTheLeastPriceWhereSheChoosesIt() throws Exception {
    String slug = office.event(1000, 10, 10);
    rule(slug, "type-0", "open_price = true");
    assertThrows(PriceRefused.class, () -> desk.hold(1, slug, "a", null, gift("type-0", 999)));
    assertThrows(PriceRefused.class, () -> desk.hold(1, slug, "a", null, gift("type-1", 1001)));
    assertEquals(
        new Money(2500, "JPY"), desk.hold(1, slug, "a", null, gift("type-0", 2500)).tickets());
  }

  @Test
  void whoHoldsEnoughMedalsBuysBeforeTheSaleBegins() throws Exception {
    String slug = office.event(1000, 10);
    rule(slug, "type-0", "early = true, sale_from = sale_from + interval '1 day'");
    office.transactions.run(() -> presale(slug));
    assertThrows(NotOnSale.class, () -> desk.hold(1, slug, "a", null, TWO), "without medals");
    office.transactions.run(
        () ->
            office.ledger.post(
                Posting.of(
                    "medals",
                    slug,
                    slug,
                    Transfer.of(
                        AccountRef.medalsIssued("gift", artist()),
                        AccountRef.medals(1, artist()),
                        10))));
    assertEquals(2, desk.hold(1, slug, "a", null, TWO).quote().quantity());
    assertThrows(NotOnSale.class, () -> desk.hold(2, slug, "b", null, TWO), "another fan");
  }

  private static void presale(String slug) {
    office.sql.update(
        "insert into encore.artist (code, name, tagline, biography, picture_key)"
            + " values ('mori', 'Mori', '', '', '') on conflict do nothing");
    office.sql.update(
        "insert into encore.presale (ticket_type_id, kind, subject, amount, opens_at)"
            + " select t.id, 'MEDALS', 'mori', 10, t.sale_from - interval '2 days'"
            + " from encore.ticket_type t join encore.live_event e on e.id = t.event_id"
            + " where e.slug = ?",
        slug);
  }

  private static long artist() {
    return office.sql.number("select id from encore.artist where code = 'mori'");
  }

  private static void assertCounts(String slug, List<Integer> quota, long uses, long share)
      throws Exception {
    assertEquals(quota, desk.quota(slug));
    assertEquals(uses, desk.promo(slug, "TEN").get(0));
    assertEquals(share, desk.share(slug, 1));
  }

  /** Two types share a quota of 5, a person may have 2 of each, a code counts once. */
  private static String everything() throws Exception {
    String slug = office.event(5500, 50, 50);
    desk.quota(slug, 5);
    desk.limit(slug, 2);
    desk.promo(slug, "TEN", 1, null, null);
    return slug;
  }

  private static void refund(PaymentCaptured captured) throws Exception {
    office.transactions.run(
        () ->
            office.returns.onRefunded(
                new PaymentRefunded(
                    captured.payment(),
                    captured.purpose(),
                    captured.subject(),
                    1,
                    captured.amount(),
                    "administrator")));
  }

  private static void rule(String slug, String type, String change) throws Exception {
    office.transactions.run(
        () ->
            office.sql.update(
                "update encore.ticket_type set "
                    + change
                    + " where code = ? and event_id ="
                    + " (select id from encore.live_event where slug = ?)",
                type,
                slug));
  }

  private static void unlock(String slug, String code) throws Exception {
    office.transactions.run(
        () ->
            office.sql.update(
                "insert into encore.promo_code (event_id, code, kind, unlocks, created_at)"
                    + " select id, ?, 'UNLOCK', true, now() from encore.live_event where slug = ?",
                code,
                slug));
  }

  private static long typeId(String slug, String type) throws Exception {
    return desk.number(
        "select t.id from encore.ticket_type t join encore.live_event e on e.id = t.event_id"
            + " where e.slug = ? and t.code = ?",
        slug,
        type);
  }

  private static HoldLine gift(String type, long priceMinor) {
    return new HoldLine(type, 1, List.of(), priceMinor);
  }
}
