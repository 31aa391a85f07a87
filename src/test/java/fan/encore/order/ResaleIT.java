package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fan.encore.fairness.Transparency;
import fan.encore.inventory.InventoryHeads;
import fan.encore.inventory.InventorySequencer;
import fan.encore.local.LocalDatabase;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.order.ResaleStand.Bought;
import fan.encore.order.ResaleStand.Offered;
import fan.encore.payment.PaymentCaptured;
import fan.encore.shared.Money;
import fan.encore.transfer.OwnOffer;
import fan.encore.transfer.ResaleAwaited;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ticket that is sold on: its place, its money and the books, on a real PostgreSQL. */
class ResaleIT {

  private static final long BUYER = 100;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static ResaleStand stand;
  private static InventorySequencer sequencer;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    stand = new ResaleStand(database.appDataSource(LocalDatabase.NAME), 4, false);
    sequencer =
        new InventorySequencer(
            stand.sql,
            stand.office.clock,
            new InventoryHeads(stand.sql, new Transparency(stand.sql)));
  }

  @AfterAll
  static void stop() throws Exception {
    stand.close();
    database.close();
  }

  @Test
  void theSeatMovesWithTheTicket() throws Exception {
    String slug = stand.event(1);
    seat(slug);
    Receivable sold = stand.bought(ResaleStand.SELLER, slug, "seller");
    Offered offered =
        new Offered(slug, sold, stand.ticket(sold), stand.offer(stand.ticket(sold), 5_000, 0));
    Bought buyer = stand.held(BUYER, offered.offer());
    stand.pay(buyer);
    assertEquals(
        "P-1 SOLD " + BUYER,
        stand.text(
            "select s.label || ' ' || h.state || ' ' || r.account_id from encore.seat_hold h"
                + " join encore.seat s on s.id = h.seat_id"
                + " join encore.ticket_reservation r on r.id = h.reservation_id"
                + " join encore.live_event e on e.id = h.event_id"
                + " where e.slug = ? and h.state <> 'FREED'",
            slug));
    assertEquals(List.of(0, 0, 1), stand.office.stock(slug, "type-0"));
    assertEquals(List.of(), stand.faults());
    String again = stand.ticket(buyer.order());
    assertNotEquals(offered.ticket(), again);
  }

  /** The event's one ticket is a seat. */
  private static void seat(String slug) throws Exception {
    stand.office.transactions.run(
        () -> {
          long map =
              stand.sql.insert(
                  "insert into encore.seat_map (code, venue_id, organizer_account_id, name, document,"
                      + " seats, standing, edited_at) select slug, venue_id, 1, 'Hall', '{}', 1, 0, now()"
                      + " from encore.live_event where slug = ? returning id",
                  slug);
          stand.sql.update(
              "insert into encore.event_seating (event_id, seat_map_id, map_version, document, seats,"
                  + " chosen_at) select id, ?, 1, '{}', 1, now() from encore.live_event where slug = ?",
              map,
              slug);
          stand.sql.update(
              "update encore.ticket_type set seated = true where event_id ="
                  + " (select id from encore.live_event where slug = ?)",
              slug);
          stand.sql.update(
              "insert into encore.seat (event_id, ticket_type_id, place, label, block_name, row_name,"
                  + " number, line, position, lean, ordinary) select y.event_id, y.id, 0, 'P-1', 'P', '1',"
                  + " '1', 1, 1, 0, true from encore.ticket_type y join encore.live_event e"
                  + " on e.id = y.event_id where e.slug = ?",
              slug);
        });
  }

  @Test
  void theInventoryLedgerTellsOfBothAndNeverOfTwoAtOnce() throws Exception {
    Offered offered = stand.offered(5_000, 0);
    Bought buyer = stand.held(BUYER, offered.offer());
    record();
    record();
    stand.pay(buyer);
    record();
    List<String> lines =
        stand.office.transactions.call(
            () ->
                stand.sql.list(
                    "select i.kind || ' ' || i.free || ' ' || i.held || ' ' || i.sold"
                        + " from encore.inventory_entry i join encore.live_event e on e.id = i.event_id"
                        + " where e.slug = ? order by i.place",
                    row -> row.getString(1),
                    offered.slug()));
    assertEquals("REFUNDED 1 0 0", lines.get(lines.size() - 3), lines::toString);
    assertEquals("HELD 0 1 0", lines.get(lines.size() - 2), lines::toString);
    assertEquals("SOLD 0 0 1", lines.get(lines.size() - 1), lines::toString);
    record();
    assertEquals(List.of(), stand.faults());
  }

  private static void record() throws Exception {
    stand.office.pass(Duration.ofMinutes(1));
    stand.office.transactions.run(() -> sequencer.record());
  }

  @Test
  void theBuyersMoneyIsEarnedAndTheSellersGoesBack() throws Exception {
    Offered offered = stand.offered(5_000, 500);
    Bought buyer = stand.held(BUYER, offered.offer());
    PaymentCaptured paid = stand.pay(buyer);
    assertEquals(new Money(5_000, "JPY"), paid.amount());
    assertEquals(0, stand.office.suspense(paid), "the payment has found its order");
    assertEquals("PAID", stand.office.status(buyer.order()));
    assertEquals("REFUNDED", stand.office.status(offered.order()));
    assertEquals(List.of(4_500L), stand.givenBack(offered.order()));
    stand.office.announce(paid);
    assertEquals(List.of(4_500L), stand.givenBack(offered.order()), "heard again, done once");
  }

  @Test
  void oneOfTwoTicketsIsSoldOnAndTheOtherStays() throws Exception {
    String slug = stand.event(2);
    Receivable two =
        stand.office.order(
            ResaleStand.SELLER,
            stand.office.hold(ResaleStand.SELLER, slug, "two", new HoldLine("type-0", 2)));
    stand.office.capture(ResaleStand.SELLER, two);
    String offer = stand.offer(stand.ticket(two), 5_775, 0);
    stand.pay(stand.held(BUYER, offer));
    assertEquals("PAID", stand.office.status(two));
    assertEquals(List.of(5_775L), stand.givenBack(two));
    assertEquals(List.of(0, 0, 2), stand.office.stock(slug, "type-0"));
    assertEquals(true, stand.refund(two), "the other one goes back as ever");
    assertEquals(List.of(5_775L, 5_775L), stand.givenBack(two));
    assertEquals(List.of(1, 0, 1), stand.office.stock(slug, "type-0"));
    assertEquals(List.of(), stand.faults());
  }

  @Test
  void nobodyBuysHerOwnTicketOrMoreThanOnePersonMay() throws Exception {
    Offered offered = stand.offered(5_000, 0);
    assertThrows(OwnOffer.class, () -> stand.held(ResaleStand.SELLER, offered.offer()));
    String slug = stand.event(2);
    limit(slug);
    Receivable sold = stand.bought(ResaleStand.SELLER, slug, "seller");
    stand.bought(BUYER, slug, "buyer");
    String offer = stand.offer(stand.ticket(sold), 5_000, 0);
    assertThrows(PersonLimitReached.class, () -> stand.held(BUYER, offer));
    stand.pay(stand.held(BUYER + 1, offer));
    assertEquals(List.of(), stand.faults());
  }

  private static void limit(String slug) throws Exception {
    stand.office.transactions.run(
        () ->
            stand.sql.update(
                "update encore.ticket_type set max_per_person = 1 where event_id ="
                    + " (select id from encore.live_event where slug = ?)",
                slug));
  }

  @Test
  void whoWaitsForASingleTicketComesFirst() throws Exception {
    Offered offered = stand.offered(5_000, 0);
    waits(offered.slug(), 2, 201);
    waits(offered.slug(), 1, 202);
    assertThrows(ResaleAwaited.class, () -> stand.held(BUYER, offered.offer()));
    String reservation =
        stand.office.transactions.call(
            () ->
                stand.holds.holdInTurn(
                    202,
                    offered.offer(),
                    "turn",
                    stand.office.clock.instant().plus(Duration.ofHours(1))));
    stand.pay(
        new Bought(
            202,
            stand.office.order(
                202,
                stand.office.transactions.call(
                    () -> stand.office.reservations.byCode(202, reservation)))));
    assertEquals("SOLD", stand.status(offered));
    assertEquals(List.of(), stand.faults());
  }

  @Test
  void whatCanNotBeSoldOnAnyMoreBringsTheBuyerHerMoney() throws Exception {
    Offered cancelled = stand.offered(5_000, 0);
    Bought first = stand.held(BUYER, cancelled.offer());
    stand.office.transactions.run(
        () ->
            stand.sql.update(
                "update encore.live_event set status = 'CANCELLED' where slug = ?",
                cancelled.slug()));
    stand.pay(first);
    assertEquals("REFUND_DUE", stand.office.status(first.order()));
    assertEquals(List.of(), stand.givenBack(cancelled.order()));

    Offered spent = stand.offered(5_000, 0);
    Bought second = stand.held(BUYER, spent.offer());
    stand.office.left = 4_999;
    stand.pay(second);
    stand.office.left = Long.MAX_VALUE;
    assertEquals(
        "REFUND_DUE", stand.office.status(second.order()), "her payment goes back already");
    assertEquals(spent.ticket(), stand.ticket(spent.order()));
    assertEquals(List.of(), stand.faults());
  }

  private static void waits(String slug, int quantity, long account) throws Exception {
    stand.office.transactions.run(
        () -> {
          stand.sql.update(
              "insert into encore.waitlist (ticket_type_id, event_id, active, offer_minutes, largest_group)"
                  + " select y.id, y.event_id, true, 60, 4 from encore.ticket_type y"
                  + " join encore.live_event e on e.id = y.event_id where e.slug = ? on conflict do nothing",
              slug);
          stand.sql.update(
              "insert into encore.waitlist_entry (code, ticket_type_id, account_id, quantity, priority, joined_at)"
                  + " select e.slug || ?, y.id, ?, ?, 0, now() from encore.ticket_type y"
                  + " join encore.live_event e on e.id = y.event_id where e.slug = ?",
              String.valueOf(account),
              account,
              quantity,
              slug);
        });
  }
}
