package fan.encore.waitingroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.local.Crowd;
import fan.encore.local.LocalDatabase;
import fan.encore.waitingroom.Foyer.Hall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a waiting room, a hold takes its seats and its admission together, or neither. */
class SeatAdmissionIT {

  private static final int RACERS = 32;
  private static final String HELD = "HELD";
  private static final String REFUSED = "NOT_ADMITTED";
  private static final String TAKEN = "SEAT";

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static Foyer foyer;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    foyer = new Foyer(database.appDataSource(LocalDatabase.NAME), RACERS);
  }

  @AfterAll
  static void stop() throws Exception {
    foyer.close();
    database.close();
  }

  @BeforeEach
  void theDoorOpens() {
    foyer.is(Foyer.OPENS);
  }

  @AfterEach
  void everySeatIsWhatTheStockSays() throws Exception {
    assertEquals(0, foyer.number("select count(*) from encore.seat_difference"));
  }

  @Test
  void withoutAnAdmissionNoSeatIsTaken() throws Exception {
    Hall hall = seated(10);
    String token = foyer.admitted(hall, 1).token();
    assertEquals(REFUSED, hold(hall, 1, null, 1));
    assertEquals(REFUSED, hold(hall, 2, token, 1));
    assertEquals(REFUSED, hold(hall, 1, token.replaceFirst(".$", "g"), 1));
    assertEquals(10, free(hall));
    assertEquals(0, used(hall));
    assertEquals(HELD, hold(hall, 1, token, 1));
    assertEquals(REFUSED, hold(hall, 1, token, 2), "an admission is for one hold");
    assertEquals(9, free(hall));
  }

  @Test
  void whoFindsHerSeatTakenKeepsHerAdmission() throws Exception {
    Hall hall = seated(10);
    List<String> tokens = admitted(hall, 2);
    assertEquals(HELD, hold(hall, 1, tokens.get(0), 4));
    assertEquals(TAKEN, hold(hall, 2, tokens.get(1), 4));
    assertEquals(1, used(hall));
    assertEquals(HELD, hold(hall, 2, tokens.get(1), 5));
    assertEquals(2, used(hall));
  }

  @Test
  void ofACrowdThatWantsOneSeatOneHoldsItAndAllOthersAreStillAdmitted() throws Exception {
    Hall hall = seated(RACERS);
    List<String> tokens = admitted(hall, RACERS);
    long held =
        Crowd.wins(RACERS, racer -> hold(hall, racer + 1, tokens.get(racer), 7).equals(HELD));
    assertEquals(1, held);
    assertEquals(1, used(hall));
    assertEquals(RACERS - 1, free(hall));
    long rest =
        Crowd.wins(RACERS, racer -> hold(hall, racer + 1, tokens.get(racer), null).equals(HELD));
    assertEquals(RACERS - 1, rest, "the best seats for all who did not get that one");
    assertEquals(0, free(hall));
    assertEquals(RACERS, used(hall));
  }

  @Test
  void anAdmissionUsedByManyAtOnceTakesOneSeat() throws Exception {
    Hall hall = seated(RACERS);
    String token = foyer.admitted(hall, 1).token();
    long held = Crowd.wins(RACERS, racer -> hold(hall, 1, token, racer + 1).equals(HELD));
    assertEquals(1, held);
    assertEquals(RACERS - 1, free(hall));
  }

  /** The tokens of the accounts from 1 on, all of them called. */
  private static List<String> admitted(Hall hall, int fans) throws Exception {
    for (int account = 1; account <= fans; account++) {
      foyer.enter(hall, account);
    }
    foyer.draw(hall);
    List<String> tokens = new ArrayList<>();
    for (int account = 1; account <= fans; account++) {
      for (int second = 0; foyer.standing(hall, account).admission() == null; second++) {
        assertEquals(true, second < 120, "nobody calls");
        foyer.pass(Duration.ofSeconds(1));
        foyer.step(hall);
      }
      tokens.add(foyer.standing(hall, account).admission().token());
    }
    return tokens;
  }

  /** A hall whose tickets are a row of seats. */
  private static Hall seated(int seats) throws Exception {
    Hall hall = foyer.hall(seats, 600, 600);
    foyer.transactions.run(
        () -> {
          foyer.sql.update(
              "with map as (insert into encore.seat_map (code, venue_id, organizer_account_id, name,"
                  + " document, seats, standing, edited_at) select slug, venue_id, 1, 'Hall', '{}', ?,"
                  + " 0, now() from encore.live_event where id = ? returning id)"
                  + " insert into encore.event_seating (event_id, seat_map_id, map_version, document,"
                  + " seats, chosen_at) select ?, id, 1, '{}', ?, now() from map",
              seats,
              hall.event(),
              hall.event(),
              seats);
          foyer.sql.update(
              "insert into encore.seat (event_id, ticket_type_id, place, label, block_name, row_name,"
                  + " number, line, position, lean, ordinary) select ?, ?, n - 1, 'P-' || n, 'P', '',"
                  + " n::text, 1, n, 0, true from generate_series(1, ?) as n",
              hall.event(),
              hall.type(),
              seats);
          foyer.sql.update("update encore.ticket_type set seated = true where id = ?", hall.type());
        });
    return hall;
  }

  /**
   * One ticket, by the very function that every hold goes through.
   *
   * @param seat its number, or null for the best
   */
  private static String hold(Hall hall, long account, String admission, Integer seat)
      throws Exception {
    String attempt = hall.slug() + "-" + account + "-" + seat + "-" + System.nanoTime();
    return foyer.transactions.call(
        () ->
            foyer
                .sql
                .first(
                    "select o_outcome from encore.hold_tickets(?, ?, ?, 'JPY', ?, 'hash', ?, ?,"
                        + " ?, ?, ?, ?, p_seats => array(select id from encore.seat"
                        + " where event_id = ? and number = ?::text), p_admission => ?)",
                    row -> row.getString(1),
                    attempt,
                    account,
                    hall.event(),
                    attempt,
                    foyer.now(),
                    foyer.now().plus(Duration.ofMinutes(10)),
                    new Long[] {hall.type()},
                    new Integer[] {1},
                    new Long[] {0L},
                    new Long[] {0L},
                    hall.event(),
                    seat == null ? null : seat.toString(),
                    admission)
                .orElseThrow());
  }

  private static long free(Hall hall) throws Exception {
    return foyer.number(
        "select count(*) from encore.seat where event_id = ? and free", hall.event());
  }

  private static long used(Hall hall) throws Exception {
    return foyer.number(
        "select count(*) from encore.queue_place where event_id = ? and used_at is not null",
        hall.event());
  }
}
