package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.Crowd;
import fan.encore.local.LocalDatabase;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.order.ResaleStand.Bought;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of seats that were not bought as the type that leads them. */
class FareSaleIT {

  private static final String ADULT = "type-0";
  private static final String CHILD = "type-1";
  private static final int BUYERS = 32;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static ResaleStand stand;
  private static BoxOffice office;
  private static SeatRow row;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    stand = new ResaleStand(database.appDataSource(LocalDatabase.NAME), BUYERS, false);
    office = stand.office;
    row = new SeatRow(office);
  }

  @AfterAll
  static void stop() throws Exception {
    stand.close();
    database.close();
  }

  @AfterEach
  void everyTicketAndSeatIsCounted() throws Exception {
    assertEquals(List.of(), stand.faults());
  }

  @Test
  void familiesWhoNameTheirSeatsShareTransactionsAndEachHasHerOwn() throws Exception {
    String slug = row.fares(2 * BUYERS);
    Crowd.atOnce(
        BUYERS,
        n -> hold(n + 1, slug, "mine", adult("P-" + (2 * n + 1)), child("P-" + (2 * n + 2))));
    assertEquals("H".repeat(2 * BUYERS), row.states(slug));
    assertEquals(
        2 * BUYERS,
        number(
            "select count(*) from encore.seat_hold h join encore.seat s on s.id = h.seat_id"
                + " join encore.ticket_type t on t.id = h.ticket_type_id"
                + " join encore.live_event e on e.id = h.event_id where e.slug = ?"
                + " and t.code = case when s.place % 2 = 0 then 'type-0' else 'type-1' end",
            slug));
    assertThrows(SeatsTaken.class, () -> hold(1, slug, "more", new HoldLine(CHILD, 1)));
  }

  @Test
  void ofAdultsAndChildrenWhoNameOneSeatOneHasIt() throws Exception {
    String slug = row.fares(4);
    List<Boolean> won = Crowd.atOnce(BUYERS, n -> wins(n + 1, slug, n % 2 == 0));
    assertEquals(1, won.stream().filter(Boolean::booleanValue).count());
    assertEquals("FHFF", row.states(slug));
  }

  private static boolean wins(long account, String slug, boolean grown) throws Exception {
    try {
      hold(account, slug, "race", grown ? adult("P-2") : child("P-2"));
      return true;
    } catch (SeatTaken taken) {
      return false;
    }
  }

  @Test
  void aChildsTicketGivenBackFreesItsSeatForEverybody() throws Exception {
    String slug = row.fares(6);
    Receivable family = sold(1, slug, adult("P-2", "P-3"), child("P-4"));
    assertEquals("FSSSFF", row.states(slug));
    assertEquals(
        List.of("P 2", "P 3", "P 4 of the child"),
        office.transactions.call(
            () ->
                office.sql.list(
                    "select regexp_replace(encore.ticket_title(t.id), '^.* · ', '')"
                        + " || case when y.code = 'type-1' then ' of the child' else '' end"
                        + " from encore.ticket t join encore.ticket_order o on o.id = t.order_id"
                        + " join encore.ticket_type y on y.id = t.ticket_type_id"
                        + " where o.code = ? order by 1",
                    one -> one.getString(1),
                    family.orderCode())));
    give(family, new SoldSeat(CHILD, 1));
    assertEquals("FSSFFF", row.states(slug));
    assertEquals(List.of(4, 0, 2), office.stock(slug, ADULT));
    assertEquals(List.of(6, 0, 0), office.stock(slug, CHILD));
    sold(2, slug, adult("P-4"));
    assertEquals("FSSSFF", row.states(slug));
    give(family);
    assertEquals("FFFSFF", row.states(slug));
  }

  @Test
  void aLatePaymentTakesItsSeatsAgainUnlessSomebodyHasOne() throws Exception {
    String slug = row.fares(6);
    Receivable late = order(1, slug, adult("P-1"), child("P-2"));
    Receivable tooLate = order(2, slug, adult("P-3"), child("P-4"));
    office.pass(BoxOffice.HOLD.plus(Duration.ofSeconds(1)));
    office.expire();
    assertEquals("FFFFFF", row.states(slug));
    hold(3, slug, "quick", adult("P-4"));
    office.capture(1, late);
    office.capture(2, tooLate);
    assertEquals("SSFHFF", row.states(slug));
    assertEquals("PAID", office.status(late));
    assertEquals("REFUND_DUE", office.status(tooLate));
  }

  @Test
  void aChildsTicketIsSoldOnWithItsSeat() throws Exception {
    String slug = row.sold(stand.event(2, 1), 2);
    row.fares(slug, CHILD);
    Receivable mine = sold(ResaleStand.SELLER, slug, child("P-2"));
    Bought buyer = stand.held(9, stand.offer(stand.ticket(mine), 5_000, 0));
    stand.pay(buyer);
    assertEquals(
        "P-2 type-1 SOLD 9",
        stand.text(
            "select s.label || ' ' || t.code || ' ' || h.state || ' ' || r.account_id"
                + " from encore.seat_hold h join encore.seat s on s.id = h.seat_id"
                + " join encore.ticket_type t on t.id = h.ticket_type_id"
                + " join encore.ticket_reservation r on r.id = h.reservation_id"
                + " join encore.live_event e on e.id = h.event_id"
                + " where e.slug = ? and h.state <> 'FREED'",
            slug));
    assertEquals(List.of(1, 0, 1), office.stock(slug, CHILD));
  }

  @Test
  void aSeatThatComesBackWaitsForWhoeverHasWaitedLongestForAnyOfItsTypes() throws Exception {
    String slug = row.fares(2);
    Receivable first = sold(1, slug, child("P-1"));
    Receivable second = sold(2, slug, child("P-2"));
    waits(slug, ADULT, 11, 1);
    waits(slug, CHILD, 12, 2);
    give(first);
    assertEquals("HS", row.states(slug));
    assertEquals(List.of(1, 1, 0), office.stock(slug, ADULT));
    assertThrows(SeatsTaken.class, () -> hold(3, slug, "greedy", child("P-1")));
    stand.text(
        "update encore.waitlist_entry set status = 'LEFT', ended_at = now() where account_id = 11 returning code");
    give(second);
    assertEquals("HH", row.states(slug));
    assertEquals(List.of(1, 1, 0), office.stock(slug, CHILD));
  }

  /** A fan has waited since so many seconds after the first. */
  private static void waits(String slug, String type, long account, int since) throws Exception {
    office.transactions.run(
        () -> {
          office.sql.update(
              "insert into encore.waitlist (ticket_type_id, event_id, active, offer_minutes, largest_group)"
                  + " select t.id, e.id, true, 30, 4 from encore.ticket_type t"
                  + " join encore.live_event e on e.id = t.event_id where e.slug = ? and t.code = ?",
              slug,
              type);
          office.sql.update(
              "insert into encore.waitlist_entry (code, ticket_type_id, account_id, quantity, priority, joined_at)"
                  + " select 'WL-' || e.slug || ?, t.id, ?, 1, 0, e.created_at + make_interval(secs => ?)"
                  + " from encore.ticket_type t join encore.live_event e on e.id = t.event_id"
                  + " where e.slug = ? and t.code = ?",
              account,
              account,
              since,
              slug,
              type);
        });
  }

  @Test
  void aFareEndsWhenNothingOfItIsSoldAndHasNoPlacesThen() throws Exception {
    String slug = row.fares(4);
    Receivable child = sold(1, slug, child("P-1"));
    assertFalse(row.fares(slug));
    give(child);
    assertTrue(row.fares(slug));
    assertEquals(List.of(0, 0, 0), office.stock(slug, CHILD));
    assertThrows(SeatsTaken.class, () -> hold(2, slug, "none", new HoldLine(CHILD, 1)));
    sold(2, slug, adult("P-1", "P-2", "P-3", "P-4"));
    assertTrue(row.fares(slug, CHILD), "it may come while the sale runs");
    assertThrows(SeatsTaken.class, () -> hold(3, slug, "none", new HoldLine(CHILD, 1)));
  }

  private static HoldLine adult(String... seats) {
    return new HoldLine(ADULT, seats.length, List.of(seats), null);
  }

  private static HoldLine child(String... seats) {
    return new HoldLine(CHILD, seats.length, List.of(seats), null);
  }

  private static ReservationView hold(long account, String slug, String key, HoldLine... lines)
      throws Exception {
    return office.hold(account, slug, key + account, lines);
  }

  private static Receivable order(long account, String slug, HoldLine... lines) throws Exception {
    List<String> seats = new ArrayList<>();
    Arrays.stream(lines).forEach(line -> seats.addAll(line.seats()));
    return office.order(account, hold(account, slug, String.join("", seats), lines));
  }

  private static Receivable sold(long account, String slug, HoldLine... lines) throws Exception {
    Receivable order = order(account, slug, lines);
    office.capture(account, order);
    return order;
  }

  /** Gives back these tickets of the order, or all that are left. */
  private static void give(Receivable order, SoldSeat... seats) throws Exception {
    office.transactions.run(
        () ->
            office.giving.refundByHouse(
                order.orderCode(),
                new RefundTickets(List.of(seats), false, false, "Ill", "give" + seats.length)));
  }

  private static long number(String query, Object... parameters) throws Exception {
    return office.transactions.call(() -> office.sql.number(query, parameters));
  }
}
