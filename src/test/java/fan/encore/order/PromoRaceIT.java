package fan.encore.order;

import static fan.encore.order.TermsDesk.BUYERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A promo code under 64 buyers at once, each with a ticket type of her own, so that the code's row
 * is all that they share; and the same races with a code that is looked at without its lock.
 */
class PromoRaceIT {

  private static final int LIMIT = 10;
  private static final long CUT = 550;
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static BoxOffice office;
  private static BoxOffice careless;

  /** An event and one code for it. */
  private record Sale(BoxOffice office, String slug, long event, Long[] types, long promo) {}

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    database.copy(LocalDatabase.NAME, "careless");
    office = new BoxOffice(database.appDataSource(LocalDatabase.NAME), BUYERS);
    careless = new BoxOffice(database.appDataSource("careless"), BUYERS);
    try (Connection connection = database.ownerDataSource("careless").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "alter table encore.promo_code drop constraint ck_promo_code_uses,"
              + " drop constraint ck_promo_code_spent");
      statement.execute(
          "create or replace function encore.take_promo(p_promo bigint, p_account bigint,"
              + " p_spent bigint, p_now timestamptz) returns text language plpgsql as $$"
              + " declare v_promo encore.promo_code; begin"
              + " select * into v_promo from encore.promo_code where id = p_promo;"
              + " if v_promo.uses >= v_promo.max_uses"
              + "   or v_promo.spent_minor + p_spent > v_promo.budget_minor then"
              + "   return 'PROMO_GONE'; end if;"
              + " if v_promo.max_per_person <= (select count(*) from encore.promo_use"
              + "   where promo_code_id = p_promo and account_id = p_account) then"
              + "   return 'PROMO_PERSON'; end if;"
              + " perform pg_sleep(0.2);"
              + " update encore.promo_code set uses = uses + 1, spent_minor = spent_minor + p_spent"
              + "   where id = p_promo;"
              + " return null; end $$");
    }
  }

  @AfterAll
  static void stop() throws Exception {
    office.close();
    careless.close();
    database.close();
  }

  @Test
  void aCodeIsUsedAsOftenAsItMay() throws Exception {
    Sale sale = sale(office, LIMIT, null, null);
    assertEquals(LIMIT, race(sale, buyer -> buyer));
    assertEquals(List.of((long) LIMIT, LIMIT * CUT), used(sale));
  }

  @Test
  void theSameRaceWithoutTheLockUsesItTooOften() throws Exception {
    Sale sale = sale(careless, LIMIT, null, null);
    assertOver(LIMIT, race(sale, buyer -> buyer));
  }

  @Test
  void aBudgetIsSpentToTheLastFullDiscount() throws Exception {
    Sale sale = sale(office, null, null, LIMIT * CUT + CUT - 1);
    assertEquals(LIMIT, race(sale, buyer -> buyer));
    assertEquals(List.of((long) LIMIT, LIMIT * CUT), used(sale));
  }

  @Test
  void theSameRaceWithoutTheLockSpendsMoreThanTheBudget() throws Exception {
    Sale sale = sale(careless, null, null, LIMIT * CUT + CUT - 1);
    assertOver(LIMIT, race(sale, buyer -> buyer));
  }

  @Test
  void oneFanWithManyConnectionsUsesACodeAsOftenAsOnePersonMay() throws Exception {
    Sale sale = sale(office, null, 2, null);
    assertEquals(2, race(sale, buyer -> 7));
    assertEquals(List.of(2L, 2 * CUT), used(sale));
  }

  @Test
  void theSameRaceWithoutTheLockGivesOneFanMore() throws Exception {
    Sale sale = sale(careless, null, 2, null);
    assertOver(2, race(sale, buyer -> 7));
  }

  @Test
  void whatIsRefusedCountsNothing() throws Exception {
    Sale sale = sale(office, 1, null, null);
    assertEquals("HELD", hold(sale, 0, 1));
    assertEquals("PROMO_GONE", hold(sale, 1, 2));
    assertEquals(List.of(1L, CUT), used(sale));
    assertEquals(List.of(1, 0, 0), office.stock(sale.slug(), "type-1"));
  }

  private static void assertOver(int limit, long holds) {
    assertTrue(holds > limit, () -> "The race is no race: it held only " + holds);
  }

  /** Null is no limit. */
  private static Sale sale(BoxOffice office, Integer uses, Integer perPerson, Long budget)
      throws Exception {
    int[] single = new int[BUYERS];
    Arrays.fill(single, 1);
    String slug = office.event(5_500, single);
    TermsDesk desk = new TermsDesk(office);
    desk.promo(slug, "SPRING", uses, perPerson, budget);
    long event = desk.number("select id from encore.live_event where slug = ?", slug);
    Long[] types =
        office
            .transactions
            .call(
                () ->
                    office.sql.list(
                        "select id from encore.ticket_type where event_id = ? order by place",
                        row -> row.getLong(1),
                        event))
            .toArray(Long[]::new);
    long promo = desk.number("select id from encore.promo_code where event_id = ?", event);
    return new Sale(office, slug, event, types, promo);
  }

  private static long race(Sale sale, IntToLongFunction account) throws Exception {
    return TermsDesk.atOnce(buyer -> hold(sale, buyer, account.applyAsLong(buyer)).equals("HELD"));
  }

  /** One ticket of the buyer's type with the code, by the very function of every hold. */
  private static String hold(Sale sale, int buyer, long account) throws Exception {
    String code = sale.slug() + "-" + buyer;
    BoxOffice at = sale.office();
    return at.transactions.call(
        () ->
            at.sql
                .first(
                    "select o_outcome from encore.hold_tickets(?, ?, ?, 'JPY', ?, '', ?, ?, ?, ?, ?,"
                        + " ?, p_promo => ?, p_cuts => ?)",
                    row -> row.getString(1),
                    code,
                    account,
                    sale.event(),
                    code,
                    NOW,
                    NOW.plus(Duration.ofMinutes(10)),
                    new Long[] {sale.types()[buyer]},
                    new Integer[] {1},
                    new Long[] {5_500 - CUT},
                    new Long[] {0L},
                    sale.promo(),
                    new Long[] {CUT})
                .orElseThrow());
  }

  private static List<Long> used(Sale sale) throws Exception {
    return new TermsDesk(sale.office()).promo(sale.slug(), "SPRING");
  }
}
