package fan.encore.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.Crowd;
import fan.encore.local.LocalDatabase;
import fan.encore.seat.SeatHall.Show;
import fan.encore.seat.SeatHall.Spot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crowds that buy the same seats as different types: never more than there are, and together. */
class FareHoldIT {

  private static final int RACERS = 64;
  private static final Long[] BEST = {};

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static SeatHall hall;
  private static Fares fares;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    database.copy(LocalDatabase.NAME, "unguarded");
    hall = new SeatHall(database.appDataSource(LocalDatabase.NAME), RACERS);
    fares = new Fares(hall);
  }

  @AfterAll
  static void stop() throws Exception {
    hall.close();
    database.close();
  }

  @AfterEach
  void everySeatIsWhatTheStockSays() throws Exception {
    assertEquals(0, hall.differences());
    assertEquals(
        0,
        hall.number("select count(*) from encore.inventory_faults() where subject like 'quota%'"));
  }

  @Test
  void familiesSitTogetherHoweverManyComeAtOnce() throws Exception {
    Show show = hall.show(IntStream.generate(() -> 3).limit(40).toArray());
    long child = fares.add(show);
    List<Long> answers = Crowd.atOnce(RACERS, n -> family(show, child, n));
    List<Long> won = answers.stream().filter(answer -> answer > 0).toList();
    assertEquals(40, won.size());
    assertEquals(24, answers.stream().filter(answer -> answer == 0).count());
    Set<Long> seats = new HashSet<>();
    for (long reservation : won) {
      List<Spot> three = hall.seatsOf(reservation);
      assertEquals(3, three.size());
      assertTrue(three.stream().allMatch(seat -> seats.add(seat.id())), "a seat was given twice");
      assertEquals(three.get(0).line(), three.get(2).line());
      assertEquals(three.get(0).position() + 2, three.get(2).position());
      assertEquals(1, bought(reservation, child));
      assertEquals(2, bought(reservation, show.typeId()));
    }
  }

  /** Two adults and a child, in the one order or the other. */
  private static long family(Show show, long child, int racer) throws Exception {
    return racer % 2 == 0
        ? fares.hold(
            show, new Long[] {show.typeId(), child}, new Integer[] {2, 1}, BEST, new Long[0])
        : fares.hold(
            show, new Long[] {child, show.typeId()}, new Integer[] {1, 2}, BEST, new Long[0]);
  }

  private static long bought(long reservation, long type) throws Exception {
    return hall.number(
        "select count(*) from encore.seat_hold where reservation_id = ? and ticket_type_id = ?",
        reservation,
        type);
  }

  @Test
  void allFaresTogetherSellTheSeatsAndNotOneMore() throws Exception {
    Show show = hall.show(20, 20);
    long child = fares.add(show);
    List<Long> answers = Crowd.atOnce(RACERS, n -> one(fares, show, n % 2 == 0 ? child : null));
    assertEquals(40, answers.stream().filter(answer -> answer > 0).count());
    assertEquals(24, answers.stream().filter(answer -> answer == 0).count());
    assertEquals(0, hall.free(show).size());
    assertEquals(
        40, hall.number("select held from encore.quota where leading_type_id = ?", show.typeId()));
  }

  /** One seat, the best: as an adult's, or as the fare's. */
  private static long one(Fares fares, Show show, Long fare) throws Exception {
    return fare == null
        ? fares.hall().hold(show, 1)
        : fares.hold(show, new Long[] {fare}, new Integer[] {1}, BEST, new Long[0]);
  }

  @Test
  void aNamedSeatIsOnePersonsWhateverItIsBoughtAs() throws Exception {
    Show show = hall.show(10);
    long child = fares.add(show);
    Long[] seat = {hall.free(show).get(4).id()};
    List<Long> answers =
        Crowd.atOnce(
            RACERS,
            n ->
                n % 2 == 0
                    ? hall.hold(show, 1, seat)
                    : fares.hold(
                        show, new Long[] {child}, new Integer[] {1}, seat, new Long[] {child}));
    assertEquals(1, answers.stream().filter(answer -> answer > 0).count());
    assertEquals(RACERS - 1, answers.stream().filter(answer -> answer == -seat[0]).count());
  }

  @Test
  void someSeatsAreNamedAndTheOthersAreTheBestThatAreLeft() throws Exception {
    Show show = hall.show(5);
    long child = fares.add(show);
    Long[] row = hall.free(show).stream().map(Spot::id).toArray(Long[]::new);
    Long[] both = {show.typeId(), child};
    assertThrows(
        RuntimeException.class,
        () ->
            fares.hold(
                show,
                both,
                new Integer[] {2, 1},
                new Long[] {row[0]},
                new Long[] {child, show.typeId()}));
    long held =
        fares.hold(show, both, new Integer[] {3, 1}, new Long[] {row[2]}, new Long[] {child});
    assertEquals(4, hall.seatsOf(held).size());
    assertEquals(
        row[2],
        hall.number(
            "select seat_id from encore.seat_hold where reservation_id = ? and ticket_type_id = ?",
            held,
            child));
    assertEquals(1, hall.free(show).size());
  }

  @Test
  void blockedSeatsAreNobodysWhateverTheyAreSoldAs() throws Exception {
    Show show = hall.show(4);
    long child = fares.add(show);
    Long[] row = hall.free(show).stream().map(Spot::id).toArray(Long[]::new);
    assertTrue(one(fares, show, child) > 0);
    Long[] others = hall.free(show).stream().map(Spot::id).limit(2).toArray(Long[]::new);
    assertEquals(0, blocks(show, true, others));
    assertEquals(List.of(2L, 2L, 2L), capacities(show, child));
    assertTrue(one(fares, show, null) > 0);
    assertEquals(0, one(fares, show, child));
    assertEquals(0, blocks(show, false, others));
    assertEquals(List.of(4L, 4L, 4L), capacities(show, child));
    assertTrue(blocks(show, true, row) > 0, "what is held is not blocked");
  }

  private static List<Long> capacities(Show show, long child) throws Exception {
    String stock = "select capacity from encore.ticket_stock where ticket_type_id = ?";
    return List.of(
        hall.number(stock, show.typeId()),
        hall.number(stock, child),
        hall.number("select capacity from encore.quota where leading_type_id = ?", show.typeId()));
  }

  private static long blocks(Show show, boolean blocked, Long... seats) throws Exception {
    return hall.number(
        "select coalesce(encore.block_seats(?, ?, ?), 0)", show.eventId(), seats, blocked);
  }

  @Test
  void aFareIsRefusedThatCannotShareTheSeats() throws Exception {
    Show show = hall.show(4);
    Show other = hall.show(4);
    long child = fares.add(show);
    assertEquals(child, defines(other, other.typeId(), child), "it is another event's");
    assertEquals(child, defines(show, child, show.typeId()), "a fare leads nothing");
    assertEquals(show.typeId(), defines(show, show.typeId(), show.typeId(), child));
    assertTrue(one(fares, show, child) > 0);
    assertEquals(child, defines(show, show.typeId()), "tickets of it are held");
    assertEquals(0, defines(show, show.typeId(), child), "it stays");
  }

  private static long defines(Show show, long leading, Long... fares) throws Exception {
    return hall.number(
        "select coalesce(encore.define_fares(?, ?, ?), 0)", show.eventId(), leading, fares);
  }

  @Test
  void withoutLocksAndRefereesTheSameSeatIsSoldAsTwoTypes() throws Exception {
    try (Connection connection = database.ownerDataSource("unguarded").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop index encore.uq_seat_hold_event_id_seat_id");
      statement.execute(
          "create or replace function encore.lock_tickets(p_types bigint[]) returns void"
              + " language plpgsql as $$ begin end $$");
      statement.execute(
          "create or replace function encore.take_best_seats(p_type bigint, p_quantity integer,"
              + " p_without bigint[] default null) returns bigint[] language plpgsql as $$"
              + " declare v_seats bigint[]; begin v_seats := encore.best_seats(p_type, p_quantity,"
              + " p_without); perform pg_sleep(0.05); return v_seats; end $$");
    }
    try (SeatHall open = new SeatHall(database.appDataSource("unguarded"), RACERS)) {
      Show show = open.show(40);
      long child = new Fares(open).add(show);
      open.transactions.run(
          () ->
              open.sql.update(
                  "update encore.ticket_stock set quotas = null where ticket_type_id in (?, ?)",
                  show.typeId(),
                  child));
      Crowd.atOnce(16, n -> one(new Fares(open), show, n % 2 == 0 ? child : null));
      assertTrue(
          open.number(
                  "select count(*) from (select seat_id from encore.seat_hold where event_id = ?"
                      + " group by seat_id having count(*) > 1) twice",
                  show.eventId())
              > 0);
    }
  }
}
