package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.Crowd;
import fan.encore.local.LocalDatabase;
import fan.encore.order.HoldTickets.HoldLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that are placed together: nobody gets another's, nobody pays or gets anything twice. */
class SaleDeskIT {

  private static final int BUYERS = 48;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static BoxOffice office;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    office = new BoxOffice(database.appDataSource(LocalDatabase.NAME), 16);
  }

  @AfterAll
  static void stop() throws Exception {
    office.close();
    database.close();
  }

  @Test
  void manyFansGetTheirOwnFreeTicketsAtOnce() throws Exception {
    String slug = office.event(0, 2 * BUYERS);
    List<Optional<Receivable>> placed =
        Crowd.atOnce(
            BUYERS,
            number -> {
              int buyer = number + 1;
              int tickets = 1 + buyer % 2;
              return office.desk.ask(buyer, wish(hold(buyer, slug, tickets), "key"));
            });
    assertTrue(placed.stream().allMatch(order -> order.isPresent() && !order.get().payable()));
    Set<String> codes = new HashSet<>();
    placed.forEach(order -> codes.add(order.orElseThrow().orderCode()));
    assertEquals(BUYERS, codes.size());
    int sold = BUYERS + BUYERS / 2;
    assertEquals(List.of(2 * BUYERS - sold, 0, sold), office.stock(slug, "type-0"));
    assertEquals(
        BUYERS,
        number(
            "select count(*) from encore.ticket_order o"
                + " join encore.ticket_reservation r on r.id = o.reservation_id"
                + " join encore.live_event e on e.id = o.event_id where e.slug = ?"
                + " and o.status = 'PAID' and r.status = 'SOLD' and o.account_id = r.account_id"
                + " and (select sum(quantity) from encore.order_line l where l.order_id = o.id)"
                + " = 1 + o.account_id % 2",
            slug));
    Set<String> announced = new HashSet<>();
    for (Object fact : List.copyOf(office.facts)) {
      if (fact instanceof OrderPaid paid) {
        paid.orderCodes()
            .forEach(code -> assertTrue(announced.add(code), code + " was announced twice"));
      }
    }
    assertTrue(announced.containsAll(codes));
  }

  @Test
  void whatIsToBePaidForIsPlacedAndWaits() throws Exception {
    String slug = office.event(5500, 5);
    Receivable order = office.desk.ask(1, wish(hold(1, slug, 2), "key")).orElseThrow();
    assertTrue(order.payable());
    assertEquals(office.order(2, hold(2, slug, 2)).total(), order.total());
    assertEquals("A night", order.description());
    assertEquals(List.of(1, 4, 0), office.stock(slug, "type-0"));
    office.capture(1, order);
    assertEquals(List.of(1, 2, 2), office.stock(slug, "type-0"));
  }

  @Test
  void oneReservationIsOrderedOnceWhoeverAsksHowOften() throws Exception {
    String slug = office.event(0, 100);
    ReservationView held = hold(1, slug, 3);
    List<Optional<Receivable>> placed =
        Crowd.atOnce(BUYERS, number -> office.desk.ask(1, wish(held, "key-" + number % 3)));
    assertEquals(1, placed.stream().filter(Optional::isPresent).count());
    assertEquals(List.of(97, 0, 3), office.stock(slug, "type-0"));
  }

  @Test
  void whoeverMustBeToldWhyGoesAlone() throws Exception {
    String slug = office.event(0, 10);
    assertFalse(ask(1, "R-NONE", "a").isPresent(), "no such reservation");
    ReservationView mine = hold(1, slug, 1);
    assertFalse(ask(2, mine.code(), "a").isPresent(), "somebody else's");
    assertTrue(ask(1, mine.code(), "a").isPresent());
    assertFalse(ask(1, mine.code(), "a").isPresent(), "ordered already");
    assertFalse(ask(1, hold(1, slug, 2).code(), "a").isPresent(), "the key was used");
    ReservationView late = hold(3, slug, 1);
    office.pass(BoxOffice.HOLD.plus(Duration.ofSeconds(1)));
    assertFalse(ask(3, late.code(), "a").isPresent(), "the time is over");
    office.transactions.run(
        () ->
            office.sql.update(
                "insert into encore.event_question (event_id, code, per_ticket, kind, label, required,"
                    + " place) select id, 'diet', false, 'TEXT', 'Any allergies?', false, 1"
                    + " from encore.live_event where slug = ?",
                slug));
    assertFalse(ask(4, hold(4, slug, 1).code(), "a").isPresent(), "something is asked");
  }

  private static ReservationView hold(long buyer, String slug, int tickets) throws Exception {
    return office.hold(buyer, slug, "-" + buyer + "-" + tickets, new HoldLine("type-0", tickets));
  }

  private static PlaceOrder wish(ReservationView held, String key) {
    return new PlaceOrder(held.code(), "sandbox", "Aiko Mori", null, null, key + held.eventSlug());
  }

  private static Optional<Receivable> ask(long buyer, String reservation, String key) {
    return office.desk.ask(
        buyer, new PlaceOrder(reservation, "sandbox", "Aiko Mori", null, null, key));
  }

  private static long number(String query, Object... parameters) throws Exception {
    return office.transactions.call(() -> office.sql.number(query, parameters));
  }
}
