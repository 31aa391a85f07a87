package fan.encore.waitingroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.Crowd;
import fan.encore.local.LocalDatabase;
import fan.encore.shared.Codes;
import fan.encore.waitingroom.Foyer.Hall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue itself: its draw, its order, its pace, on a real PostgreSQL as the application. */
class WaitingRoomIT {

  private static final int RACERS = 32;

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

  @Test
  void theOrderIsDrawnFromWhatWasCommittedAndLaterOnesQueueBehind() throws Exception {
    Hall hall = foyer.hall(1000, 60, 600);
    for (long account = 1; account <= 200; account++) {
      foyer.enter(hall, account);
    }
    foyer.is(Foyer.DRAW.plusSeconds(1));
    foyer.enter(hall, 900);
    foyer.is(Foyer.DRAW.plus(RoomSteps.GRACE));
    foyer.step(hall);
    foyer.enter(hall, 901);
    foyer.step(hall);
    assertNull(foyer.transactions.call(() -> foyer.queue.proof(hall.slug()).seed()));
    foyer.sequence();
    foyer.step(hall);
    foyer.sequence();
    foyer.step(hall);
    QueueProof proof = foyer.transactions.call(() -> foyer.queue.proof(hall.slug()));
    String list = foyer.transactions.call(() -> foyer.queue.entrants(hall.slug()));
    assertEquals(200, proof.entrants());
    assertEquals(Codes.sha256(list), proof.hash());
    assertTrue(proof.entrantsIndex() < proof.drawnIndex(), "entrants first, then the seed");
    String[] order = QueueOrder.draw(Foyer.SEED, list);
    Set<Integer> places = new HashSet<>();
    for (long account = 1; account <= 200; account++) {
      Standing standing = foyer.standing(hall, account);
      assertEquals(standing.code(), order[standing.place() - 1]);
      assertTrue(list.contains(standing.code() + " luck" + account));
      places.add(standing.place());
    }
    assertEquals(200, places.size());
    assertEquals(201, foyer.standing(hall, 900).place(), "came after T0");
    assertEquals(202, foyer.standing(hall, 901).place());
  }

  @Test
  void anAccountHasOnePlaceHoweverOftenItEnters() throws Exception {
    Hall hall = foyer.hall(10, 60, 600);
    Set<String> codes = new HashSet<>();
    Crowd.wins(
        RACERS,
        racer -> {
          Standing standing = foyer.enter(hall, 7);
          synchronized (codes) {
            return codes.add(standing.code());
          }
        });
    assertEquals(1, codes.size());
    assertEquals(
        1,
        foyer.number("select count(*) from encore.queue_place where event_id = ?", hall.event()));
  }

  @Test
  void aRestartAndASecondNodeNeitherCallTwiceNorForgetAnybody() throws Exception {
    Hall hall = foyer.hall(1000, 600, 600);
    for (long account = 1; account <= 60; account++) {
      foyer.enter(hall, account);
    }
    foyer.draw(hall);
    Standing before = foyer.standing(hall, 5);
    RoomSteps other = foyer.node();
    for (int second = 0; second < 3; second++) {
      foyer.pass(Duration.ofSeconds(1));
      Crowd.wins(
          8,
          racer -> {
            RoomSteps mine = racer % 2 == 0 ? foyer.steps : other;
            foyer.transactions.run(() -> mine.step(hall.event()));
            return true;
          });
    }
    assertEquals(before.place(), foyer.standing(hall, 5).place());
    long called =
        foyer.number("select called from encore.waiting_room where event_id = ?", hall.event());
    assertEquals(30, called, "600 a minute are 10 a second");
    assertEquals(
        called,
        foyer.number(
            "select count(*) from encore.queue_place where event_id = ? and called_at is not null"
                + " and place <= ?",
            hall.event(),
            called));
    Standing waiting = foyer.standing(hall, last(hall));
    String answer = foyer.board().answer(waiting.slip());
    assertTrue(answer.contains("\"place\":60,\"ahead\":29"), answer);
    assertNull(foyer.board().answer(waiting.slip().replaceFirst(".$", "x")), "a forged slip");
  }

  private long last(Hall hall) throws Exception {
    return foyer.number(
        "select account_id from encore.queue_place where event_id = ? and place = 60",
        hall.event());
  }

  @Test
  void slowHoldsSlowTheQueueDown() throws Exception {
    Hall hall = foyer.hall(100_000, 60, 6000);
    foyer.draw(hall);
    steps(hall, 60);
    long quick = rate(hall);
    foyer.pulse.took(Duration.ofSeconds(2).toNanos());
    foyer.transactions.run(() -> foyer.pulse.tell(foyer.now()));
    steps(hall, 5);
    assertTrue(rate(hall) < quick / 8, quick + " became " + rate(hall));
    steps(hall, 30);
    assertTrue(rate(hall) > quick / 8, "and it recovers");
  }

  private static void steps(Hall hall, int seconds) throws Exception {
    for (int second = 0; second < seconds; second++) {
      foyer.pass(Duration.ofSeconds(1));
      foyer.step(hall);
    }
  }

  private static long rate(Hall hall) throws Exception {
    return foyer.number(
        "select per_minute::bigint from encore.waiting_room where event_id = ?", hall.event());
  }

  @Test
  void nobodyIsCalledToFindNothingOrWhileTheQueueIsPaused() throws Exception {
    Hall hall = foyer.hall(5, 6000, 6000);
    for (long account = 1; account <= 20; account++) {
      foyer.enter(hall, account);
    }
    foyer.draw(hall);
    foyer.transactions.run(() -> foyer.sql.update("update encore.waiting_room set paused = true"));
    steps(hall, 3);
    assertEquals(0, called(hall));
    foyer.transactions.run(() -> foyer.sql.update("update encore.waiting_room set paused = false"));
    steps(hall, 3);
    assertEquals(5, called(hall), "as many as there are tickets");
    foyer.pass(Duration.ofMinutes(10));
    steps(hall, 1);
    assertEquals(10, called(hall), "five missed their turn");
  }

  private static long called(Hall hall) throws Exception {
    return foyer.number("select called from encore.waiting_room where event_id = ?", hall.event());
  }

  @Test
  void whoMissedHerTurnGetsANewPlaceAtTheEnd() throws Exception {
    Hall hall = foyer.hall(5, 60, 60);
    foyer.enter(hall, 2);
    Admission missed = foyer.admitted(hall, 1);
    assertNotNull(missed);
    Standing before = foyer.standing(hall, 1);
    foyer.is(missed.until());
    assertTrue(foyer.standing(hall, 1).missed(foyer.now()));
    Standing again = foyer.enter(hall, 1);
    assertNotEquals(before.code(), again.code());
    foyer.step(hall);
    assertEquals(3, foyer.standing(hall, 1).place());
    assertEquals(
        List.of(false, false),
        List.of(
            foyer.hold(hall, 1, missed.token(), missed.until().minusSeconds(30)).equals("HELD"),
            foyer.hold(hall, 1, missed.token(), missed.until()).equals("HELD")),
        "the old admission is dead, also for a node whose clock is slow");
  }
}
