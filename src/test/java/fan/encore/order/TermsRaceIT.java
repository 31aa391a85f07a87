package fan.encore.order;

import static fan.encore.order.TermsDesk.BUYERS;
import static fan.encore.order.TermsDesk.atOnce;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.order.HoldTickets.HoldLine;
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
 * Quotas, limits per person and promo codes under 64 buyers at once, on a real PostgreSQL as the
 * application's role; each with a control that shows the race to be one; those of promo codes are
 * in {@link PromoRaceIT}.
 */
class TermsRaceIT {

  private static final int LIMIT = 10;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static BoxOffice office;
  private static TermsDesk desk;
  private static BoxOffice careless;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    database.copy(LocalDatabase.NAME, "careless");
    office = new BoxOffice(database.appDataSource(LocalDatabase.NAME), BUYERS);
    desk = new TermsDesk(office);
    careless = new BoxOffice(database.appDataSource("careless"), BUYERS);
    try (Connection connection = database.ownerDataSource("careless").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "alter table encore.quota drop constraint ck_quota_not_negative,"
              + " drop constraint ck_quota_adds_up");
    }
  }

  @AfterAll
  static void stop() throws Exception {
    office.close();
    careless.close();
    database.close();
  }

  @Test
  void aQuotaSharedByThreeTypesGivesItsTicketsAndNoMore() throws Exception {
    String slug = office.event(5500, BUYERS, BUYERS, BUYERS);
    desk.quota(slug, LIMIT);
    long held = atOnce(buyer -> tryToHold(slug, buyer, buyer, null, "type-" + buyer % 3));
    assertEquals(LIMIT, held);
    assertEquals(List.of(0, LIMIT, 0), desk.quota(slug));
    assertEquals(LIMIT, heldOfTypes(slug));
  }

  @Test
  void theSameRaceForAQuotaThatIsReadFirstAndWrittenLaterOversells() throws Exception {
    String slug = careless.event(5500, BUYERS);
    new TermsDesk(careless).quota(slug, LIMIT);
    long held =
        atOnce(
            buyer ->
                careless.transactions.call(
                    () -> {
                      long quota = careless.sql.number("select max(id) from encore.quota");
                      if (careless.sql.number("select free from encore.quota where id = ?", quota)
                          < 1) {
                        return false;
                      }
                      careless.sql.update(
                          "update encore.quota set free = free - 1, held = held + 1 where id = ?",
                          quota);
                      return true;
                    }));
    assertTrue(held > LIMIT, "The race is no race: it held only " + held);
  }

  @Test
  void aPromoCodeIsUsedAsOftenAsItMayAndNoMore() throws Exception {
    String slug = office.event(5500, BUYERS);
    desk.promo(slug, "SPRING", LIMIT, null, null);
    long held = atOnce(buyer -> tryToHold(slug, buyer, buyer, "spring", "type-0"));
    assertEquals(LIMIT, held);
    assertEquals(List.of((long) LIMIT, LIMIT * 550L), desk.promo(slug, "SPRING"));
    assertEquals(List.of(BUYERS - LIMIT, LIMIT, 0), office.stock(slug, "type-0"));
  }

  @Test
  void aBudgetIsSpentToTheLastFullDiscount() throws Exception {
    String slug = office.event(5500, BUYERS);
    desk.promo(slug, "BUDGET", null, null, 550L * LIMIT + 549);
    long held = atOnce(buyer -> tryToHold(slug, buyer, buyer, "BUDGET", "type-0"));
    assertEquals(LIMIT, held);
    assertEquals(List.of((long) LIMIT, LIMIT * 550L), desk.promo(slug, "BUDGET"));
  }

  @Test
  void oneFanWithManyConnectionsGetsWhatOnePersonMayHave() throws Exception {
    String slug = office.event(5500, BUYERS, BUYERS);
    desk.limit(slug, 3);
    long held = atOnce(buyer -> tryToHold(slug, 7, buyer, null, "type-0"));
    assertEquals(3, held);
    assertEquals(3, desk.share(slug, 7));
    assertTrue(tryToHold(slug, 8, 1, null, "type-0"), "Another fan has a share of her own");
    assertTrue(tryToHold(slug, 7, 100, null, "type-1"), "Each type is limited by itself");
  }

  @Test
  void theSameFanGetsMoreWhereNobodyWaitsForTheLock() throws Exception {
    String slug = careless.event(5500, BUYERS);
    new TermsDesk(careless).limit(slug, 3);
    long held =
        atOnce(
            buyer ->
                careless.transactions.call(
                    () -> {
                      long over =
                          careless.sql.number(
                              "select coalesce(encore.over_limit(7, array[max(id)], array[1]), 0)"
                                  + " from encore.ticket_type");
                      if (over != 0) {
                        return false;
                      }
                      careless.sql.update(
                          "with r as (insert into encore.ticket_reservation (code, account_id,"
                              + " event_id, currency, status, call_key, request_hash, created_at,"
                              + " expires_at) values (?, 7, 1, 'JPY', 'HELD', ?, '', now(),"
                              + " now() + interval '1 hour') returning id)"
                              + " insert into encore.person_share select r.id,"
                              + " (select max(id) from encore.ticket_type), 7, 1 from r",
                          slug + buyer,
                          slug + buyer);
                      return true;
                    }));
    assertTrue(held > 3, "The race is no race: it held only " + held);
  }

  @Test
  void oneFanWithManyConnectionsUsesACodeAsOftenAsOnePersonMay() throws Exception {
    String slug = office.event(5500, BUYERS);
    desk.promo(slug, "ONCE", null, 1, null);
    assertEquals(1, atOnce(buyer -> tryToHold(slug, 7, buyer, "ONCE", "type-0")));
    assertTrue(tryToHold(slug, 8, 0, "ONCE", "type-0"));
    assertEquals(List.of(2L, 1100L), desk.promo(slug, "ONCE"));
  }

  @Test
  void paymentAgainstExpiryLeavesQuotaCodeAndLimitAsTheTicketsSay() throws Exception {
    String slug = office.event(5500, BUYERS, BUYERS);
    desk.quota(slug, BUYERS);
    desk.limit(slug, 4);
    desk.promo(slug, "RACE", BUYERS, 4, null);
    List<Receivable> orders = new ArrayList<>();
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      HoldLine line = new HoldLine("type-" + buyer % 2, 1);
      orders.add(office.order(buyer, desk.hold(buyer, slug, "p" + buyer, "RACE", line)));
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
    office.expire();
    for (Receivable order : orders) {
      assertEquals("PAID", office.status(order));
    }
    assertEquals(List.of(0, 0, BUYERS), desk.quota(slug));
    assertEquals(List.of((long) BUYERS, BUYERS * 550L), desk.promo(slug, "RACE"));
    assertEquals(1, desk.share(slug, 5));
  }

  private static boolean tryToHold(
      String slug, long account, int key, String promo, String... types) throws Exception {
    HoldLine[] lines = new HoldLine[types.length];
    for (int i = 0; i < types.length; i++) {
      lines[i] = new HoldLine(types[i], 1);
    }
    try {
      desk.hold(account, slug, "k" + key, promo, lines);
      return true;
    } catch (SeatsTaken | PromoUsedUp | PromoUsedByYou | PersonLimitReached refused) {
      return false;
    }
  }

  private static long heldOfTypes(String slug) throws Exception {
    return desk.number(
        "select sum(s.held) from encore.ticket_stock s join encore.ticket_type t"
            + " on t.id = s.ticket_type_id join encore.live_event e on e.id = t.event_id"
            + " where e.slug = ?",
        slug);
  }
}
