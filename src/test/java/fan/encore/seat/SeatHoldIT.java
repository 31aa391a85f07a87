package fan.encore.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crowds that want the same seats, and seats that follow their reservation, on PostgreSQL. */
class SeatHoldIT {

  private static final int RACERS = 64;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static SeatHall hall;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    database.copy(LocalDatabase.NAME, "unguarded");
    hall = new SeatHall(database.appDataSource(LocalDatabase.NAME), RACERS);
  }

  @AfterAll
  static void stop() throws Exception {
    hall.close();
    database.close();
  }

  @AfterEach
  void everySeatIsWhatTheStockSays() throws Exception {
    assertEquals(0, hall.differences());
  }

  @Test
  void aCrowdThatWantsTheBestFourGetsFourNeighboursEach() throws Exception {
    Show show = hall.show(IntStream.generate(() -> 4).limit(50).toArray());
    List<Long> answers = race(() -> hall.hold(show, 4));
    List<Long> won = answers.stream().filter(answer -> answer > 0).toList();
    assertEquals(50, won.size());
    assertEquals(14, answers.stream().filter(answer -> answer == 0).count());
    Set<Long> seats = new HashSet<>();
    for (long reservation : won) {
      List<Spot> four = hall.seatsOf(reservation);
      assertEquals(4, four.size());
      assertTrue(four.stream().allMatch(seat -> seats.add(seat.id())), "a seat was given twice");
      assertEquals(four.get(0).line(), four.get(3).line());
      assertEquals(four.get(0).position() + 3, four.get(3).position());
    }
    assertEquals(200, seats.size());
  }

  @Test
  void oneOfSixtyFourGetsTheSeatsThatAllWant() throws Exception {
    Show show = hall.show(10, 10);
    Long[] wanted = hall.free(show).stream().map(Spot::id).limit(2).toArray(Long[]::new);
    List<Long> answers = race(() -> hall.hold(show, 2, wanted));
    assertEquals(1, answers.stream().filter(answer -> answer > 0).count());
    assertEquals(RACERS - 1, answers.stream().filter(answer -> answer == -wanted[0]).count());
    assertEquals(18, hall.free(show).size());
  }

  @Test
  void seatsAreSafeEvenWhereNoStockStandsInFrontOfThem() throws Exception {
    Show show = hall.show(40);
    Long[] wanted = {hall.free(show).get(0).id()};
    List<Long> answers = race(() -> hall.holdSeatsAlone(show, wanted).isEmpty() ? 1L : 0L);
    assertEquals(1, answers.stream().filter(answer -> answer > 0).count());
    hall.transactions.run(
        () ->
            hall.sql.update(
                "update encore.ticket_stock set held = 1, free = free - 1 where ticket_type_id = ?",
                show.typeId()));
  }

  @Test
  void theSameRaceWithoutLocksAndRefereeSellsSeatsTwice() throws Exception {
    try (Connection connection = database.ownerDataSource("unguarded").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop index encore.uq_seat_hold_event_id_seat_id");
      statement.execute(
          "create or replace function encore.hold_seats(p_event bigint, p_reservation bigint,"
              + " p_types bigint[], p_quantities integer[], p_seats bigint[], p_now timestamptz,"
              + " p_expires timestamptz) returns bigint language plpgsql as $$ begin"
              + " if exists (select from encore.seat where id = any (p_seats) and not free) then"
              + " return p_seats[1]; end if; perform pg_sleep(0.05);"
              + " update encore.seat set free = false where id = any (p_seats);"
              + " insert into encore.seat_hold (reservation_id, seat_id, event_id, ticket_type_id, number)"
              + " select p_reservation, id, p_event, ticket_type_id, row_number() over ()"
              + " from encore.seat where id = any (p_seats); return null; end $$");
    }
    try (SeatHall open = new SeatHall(database.appDataSource("unguarded"), RACERS)) {
      Show show = open.show(40);
      Long[] wanted = {open.free(show).get(0).id()};
      List<Long> answers = race(() -> open.holdSeatsAlone(show, wanted).isEmpty() ? 1L : 0L);
      assertTrue(answers.stream().filter(answer -> answer > 0).count() > 1);
    }
  }

  @Test
  void seatsFollowTheirReservation() throws Exception {
    Show show = hall.show(12);
    long released = hall.hold(show, 2);
    long expired = hall.hold(show, 2);
    long sold = hall.hold(show, 3);
    hall.becomes(show, released, "RELEASED", 2);
    hall.becomes(show, expired, "EXPIRED", 2);
    hall.becomes(show, sold, "SOLD", 3);
    assertEquals(9, hall.free(show).size());
    assertEquals(List.of(), hall.seatsOf(released));
    assertEquals(
        3,
        hall.number(
            "select count(*) from encore.seat_hold where reservation_id = ? and state = 'SOLD'",
            sold));
  }

  @Test
  void aLatePaymentTakesItsOwnSeatsAgainOrNone() throws Exception {
    Show show = hall.show(8);
    long late = hall.hold(show, 2);
    Long[] seats = hall.seatsOf(late).stream().map(Spot::id).toArray(Long[]::new);
    hall.becomes(show, late, "EXPIRED", 2);
    long quick = hall.hold(show, 1, seats[1]);
    assertFalse(retakes(late));
    hall.becomes(show, quick, "RELEASED", 1);
    hall.transactions.run(
        () -> {
          hall.sql.first(
              "select encore.move_tickets(?, ?, -1, 1, 0)",
              row -> "",
              new Long[] {show.typeId()},
              new Integer[] {2});
          hall.sql.first("select encore.retake_seats(?)", row -> "", late);
        });
    hall.becomes(show, late, "SOLD", 2);
    assertEquals(List.of(seats), hall.seatsOf(late).stream().map(Spot::id).toList());
  }

  private static boolean retakes(long reservation) throws Exception {
    return hall.transactions.call(
        () ->
            hall.sql
                .first("select encore.retake_seats(?)", row -> row.getBoolean(1), reservation)
                .orElseThrow());
  }

  @Test
  void blockedSeatsAreNeitherSoldNorCounted() throws Exception {
    Show show = hall.show(6);
    Long[] seats = hall.free(show).stream().map(Spot::id).toArray(Long[]::new);
    long held = hall.hold(show, 1, seats[0]);
    assertEquals(seats[0], blocks(show, true, seats[0], seats[1]), "a held seat is not blocked");
    assertEquals(0, blocks(show, true, seats[1], seats[2]));
    assertEquals(
        4,
        hall.number(
            "select capacity from encore.ticket_stock where ticket_type_id = ?", show.typeId()));
    assertEquals(-seats[1], hall.hold(show, 1, seats[1]));
    assertEquals(3, hall.seatsOf(hall.hold(show, 3)).size());
    assertEquals(0, hall.hold(show, 1));
    hall.becomes(show, held, "RELEASED", 1);
    assertEquals(0, blocks(show, false, seats[1], seats[2]));
    assertEquals(
        6,
        hall.number(
            "select capacity from encore.ticket_stock where ticket_type_id = ?", show.typeId()));
  }

  private static long blocks(Show show, boolean blocked, Long... seats) throws Exception {
    return hall.number(
        "select coalesce(encore.block_seats(?, ?, ?), 0)", show.eventId(), seats, blocked);
  }

  @Test
  void nobodyTypesAnotherCapacityThanTheSeats() throws Exception {
    Show show = hall.show(6);
    assertThrows(
        RuntimeException.class,
        () ->
            hall.transactions.run(
                () ->
                    hall.sql.update(
                        "update encore.ticket_stock set capacity = 7, free = 7 where ticket_type_id = ?",
                        show.typeId())));
  }

  @Test
  void asManySeatsAsTicketsAndEachOfItsType() throws Exception {
    Show show = hall.show(6);
    Show other = hall.show(6);
    Long foreign = hall.free(other).get(0).id();
    Long own = hall.free(show).get(0).id();
    assertEquals(-foreign, hall.hold(show, 1, foreign));
    assertThrows(RuntimeException.class, () -> hall.hold(show, 3, own));
    assertEquals(6, hall.free(show).size());
  }

  /** What {@link SeatHall#hold} answers each of them. */
  private static List<Long> race(Callable<Long> racer) throws Exception {
    return Crowd.atOnce(RACERS, number -> racer.call());
  }
}
