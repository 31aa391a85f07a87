package fan.encore.waitingroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.Crowd;
import fan.encore.local.LocalDatabase;
import fan.encore.waitingroom.Foyer.Hall;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admission is worth one hold of one account, and without one the API gains nothing. */
class AdmissionIT {

  private static final int RACERS = 32;
  private static final String HELD = "HELD";
  private static final String REFUSED = "NOT_ADMITTED";

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static Foyer foyer;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    database.copy(LocalDatabase.NAME, "unguarded");
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

  @Test
  void anAdmissionUsedByManyAtOnceHoldsOnce() throws Exception {
    Hall hall = foyer.hall(1000, 60, 60);
    String token = foyer.admitted(hall, 1).token();
    assertEquals(1, race(foyer, hall, token));
    assertEquals(1, held(hall));
    assertEquals(REFUSED, foyer.hold(hall, 1, token, foyer.now()));
  }

  @Test
  void theSameRaceWithoutTheConditionHoldsOften() throws Exception {
    try (Connection connection = database.ownerDataSource("unguarded").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create or replace function encore.use_admission(p_event bigint, p_account bigint,"
              + " p_admission text, p_reservation text, p_now timestamptz) returns boolean"
              + " language plpgsql as $$ begin"
              + " if exists (select from encore.queue_place where event_id = p_event"
              + "   and account_id = p_account and used_at is null) then"
              + "   perform pg_sleep(0.1);"
              + "   update encore.queue_place set used_at = p_now, used_by = p_reservation"
              + "     where event_id = p_event and account_id = p_account;"
              + "   return true; end if; return false; end $$");
      // else the holds stand in line for the stock and look one after the other
      statement.execute(
          "create or replace function encore.lock_tickets(p_types bigint[]) returns void"
              + " language plpgsql as $$ begin end $$");
      statement.execute(
          "create or replace function encore.move_tickets(p_types bigint[], p_quantities integer[],"
              + " p_free integer, p_held integer, p_sold integer) returns bigint"
              + " language plpgsql as $$ begin return null; end $$");
    }
    try (Foyer unguarded = new Foyer(database.appDataSource("unguarded"), RACERS)) {
      Hall hall = unguarded.hall(1000, 60, 60);
      String token = unguarded.admitted(hall, 1).token();
      long holds = race(unguarded, hall, token);
      assertTrue(holds > 1, "The race is no race: it held only " + holds);
    }
  }

  private static long race(Foyer foyer, Hall hall, String token) throws Exception {
    return Crowd.wins(RACERS, racer -> foyer.hold(hall, 1, token, foyer.now()).equals(HELD));
  }

  @Test
  void nobodyElseAndNothingElseIsAdmitted() throws Exception {
    Hall hall = foyer.hall(10, 60, 60);
    Hall other = foyer.hall(10, 60, 60);
    String token = foyer.admitted(hall, 1).token();
    Instant now = foyer.now();
    assertEquals(REFUSED, foyer.hold(hall, 2, token, now), "another account");
    assertEquals(REFUSED, foyer.hold(other, 1, token, now), "another event");
    assertEquals(REFUSED, foyer.hold(hall, 1, null, now), "none");
    assertEquals(REFUSED, foyer.hold(hall, 1, "", now), "an empty one");
    assertEquals(REFUSED, foyer.hold(hall, 1, "EA1.x.y.z", now), "a word");
    assertEquals(REFUSED, foyer.hold(hall, 1, token.replaceFirst("EA1\\.\\d", "EA1.9"), now));
    assertEquals(REFUSED, foyer.hold(hall, 1, token.replaceFirst(".$", "g"), now), "forged");
    assertEquals(0, held(hall) + held(other), "refusals took nothing");
    assertEquals(HELD, foyer.hold(hall, 1, token, now));
  }

  @Test
  void whoIsNotCalledIsNotAdmittedEvenWithARightSignature() throws Exception {
    Hall hall = foyer.hall(1, 60, 60);
    foyer.enter(hall, 1);
    foyer.draw(hall);
    String code = foyer.standing(hall, 1).code();
    Instant until = foyer.now().plus(Duration.ofMinutes(5));
    Admission early = Admission.of(Foyer.KEY, hall.event(), 1, code, until);
    assertEquals(REFUSED, foyer.hold(hall, 1, early.token(), foyer.now()));
  }

  @Test
  void anAdmissionEndsAndClocksThatDifferMakeItWorthNoMore() throws Exception {
    Hall hall = foyer.hall(10, 60, 60);
    Admission admission = foyer.admitted(hall, 1);
    Instant end = admission.until();
    assertEquals(REFUSED, foyer.hold(hall, 1, admission.token(), end));
    assertEquals(REFUSED, foyer.hold(hall, 1, admission.token(), end.plusSeconds(3600)));
    long holds =
        Crowd.wins(
            RACERS,
            racer ->
                foyer
                    .hold(hall, 1, admission.token(), end.plusSeconds(racer - RACERS / 2))
                    .equals(HELD));
    assertEquals(1, holds, "half of the nodes believe that it is over");
  }

  @Test
  void aHoldThatFindsNoTicketsLeavesTheAdmissionAlone() throws Exception {
    Hall hall = foyer.hall(1, 60, 60);
    String token = foyer.admitted(hall, 1).token();
    stock(hall, "set free = 0, held = 1");
    assertEquals("SHORT", foyer.hold(hall, 1, token, foyer.now()));
    stock(hall, "set free = 1, held = 0");
    assertEquals(HELD, foyer.hold(hall, 1, token, foyer.now()));
  }

  private static void stock(Hall hall, String change) throws Exception {
    foyer.transactions.run(
        () ->
            foyer.sql.update(
                "update encore.ticket_stock " + change + " where ticket_type_id = ?", hall.type()));
  }

  private static long held(Hall hall) throws Exception {
    return foyer.number(
        "select held from encore.ticket_stock where ticket_type_id = ?", hall.type());
  }
}
