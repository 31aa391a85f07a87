package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fan.encore.local.Crowd;
import fan.encore.local.LocalDatabase;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.seat.SeatUnknown;
import fan.encore.seat.SeatsMismatch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crowds that name their seats and share transactions: everybody has her own, or is told. */
class SeatLaneIT {

  private static final String TYPE = "type-0";
  private static final int BUYERS = 48;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static BoxOffice office;
  private static SeatRow row;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    office = new BoxOffice(database.appDataSource(LocalDatabase.NAME), 16);
    row = new SeatRow(office);
  }

  @AfterAll
  static void stop() throws Exception {
    office.close();
    database.close();
  }

  @AfterEach
  void everySeatIsWhatTheStockSays() throws Exception {
    assertEquals(0, number("select count(*) from encore.seat_difference"));
  }

  @Test
  void everybodyGetsTheSeatsThatSheNamed() throws Exception {
    String slug = row.event(2 * BUYERS);
    Crowd.atOnce(BUYERS, n -> hold(n + 1, slug, "P-" + (2 * n + 2), "P-" + (2 * n + 1)));
    assertEquals("H".repeat(2 * BUYERS), row.states(slug));
    assertEquals(
        2 * BUYERS,
        number(
            "select count(*) from encore.seat_hold h join encore.seat s on s.id = h.seat_id"
                + " join encore.ticket_reservation r on r.id = h.reservation_id"
                + " join encore.live_event e on e.id = r.event_id where e.slug = ? and r.seated"
                + " and s.position = 2 * (r.account_id - 1) + h.number",
            slug),
        "seats are numbered from the best one on, whatever their order in the wish");
  }

  @Test
  void ofManyWhoNameTheSameSeatOneHasItAndTheOthersHaveTheirs() throws Exception {
    String slug = row.event(BUYERS);
    List<Boolean> won =
        Crowd.atOnce(BUYERS, n -> wins(n + 1, slug, n % 2 == 0 ? "P-1" : "P-" + (n + 1)));
    assertEquals(
        1 + BUYERS / 2, won.stream().filter(Boolean::booleanValue).count(), "one, and the odd");
    assertEquals(List.of(BUYERS - 1 - BUYERS / 2, 1 + BUYERS / 2, 0), office.stock(slug, TYPE));
    assertEquals("H" + "HF".repeat(BUYERS / 2 - 1) + "H", row.states(slug));
  }

  @Test
  void whoNamesSeatsWronglyIsToldAndHoldsNothing() throws Exception {
    String slug = row.event(4);
    assertThrows(SeatUnknown.class, () -> hold(1, slug, "Q-1"));
    assertThrows(SeatsMismatch.class, () -> hold(1, slug, "P-1", "P-1"));
    hold(1, slug, "P-2");
    SeatTaken taken = assertThrows(SeatTaken.class, () -> hold(2, slug, "P-1", "P-2"));
    assertEquals("P-2", taken.arguments()[0]);
    assertEquals("FHFF", row.states(slug));
    block(slug, true);
    assertThrows(SeatTaken.class, () -> hold(3, slug, "P-4"));
    block(slug, false);
    hold(3, slug, "P-4");
  }

  private static void block(String slug, boolean blocked) throws Exception {
    office.transactions.run(
        () ->
            office.sql.update(
                "update encore.seat set blocked = ? where label = 'P-4' and event_id ="
                    + " (select id from encore.live_event where slug = ?)",
                blocked,
                slug));
  }

  private static boolean wins(long account, String slug, String seat) throws Exception {
    try {
      hold(account, slug, seat);
      return true;
    } catch (SeatTaken taken) {
      return false;
    }
  }

  private static ReservationView hold(long account, String slug, String... seats) throws Exception {
    return office.hold(
        account,
        slug,
        account + String.join("", seats),
        new HoldLine(TYPE, seats.length, List.of(seats), null));
  }

  private static long number(String query, Object... parameters) throws Exception {
    return office.transactions.call(() -> office.sql.number(query, parameters));
  }
}
