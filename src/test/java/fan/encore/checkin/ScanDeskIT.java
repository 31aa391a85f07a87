package fan.encore.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.Crowd;
import fan.encore.local.LocalDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many doors in one transaction: each gets its own answer, and none waits for another's ticket. */
class ScanDeskIT {

  private static final int DOORS = 40;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static DataSource pool;
  private static Hall hall;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    pool = database.appDataSource(LocalDatabase.NAME);
    hall = new Hall(pool);
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @Test
  void everyDoorGetsItsOwnAnswer() throws Exception {
    String slug = hall.event();
    String other = hall.event();
    String foreign = hall.qr(hall.issued(other, 1).get(0));
    List<String> tickets = hall.issued(slug, DOORS);
    List<Callable<String>> doors = new ArrayList<>();
    for (String ticket : tickets) {
      String qr = hall.qr(ticket);
      doors.add(() -> told(hall.scan(slug, qr, "Gate"), ticket));
      doors.add(() -> told(hall.scan(slug, qr, "Gate"), ticket));
    }
    doors.add(() -> hall.scan(slug, foreign, "Gate").outcome().name());
    doors.add(() -> hall.scan(slug, "hello", "Gate").outcome().name());
    doors.add(() -> refused(() -> hall.scan("no-such-event", foreign, "Gate")));
    List<String> told = Crowd.atOnce(doors);
    assertEquals(
        List.of("WRONG_EVENT", "UNKNOWN", "EventNotYours"), told.subList(2 * DOORS, told.size()));
    for (int n = 0; n < DOORS; n++) {
      assertEquals(
          List.of("ALREADY_USED", "VALID"),
          told.subList(2 * n, 2 * n + 2).stream().sorted().collect(Collectors.toList()));
    }
    assertEquals(DOORS, hall.doors.door(slug, Hall.KEEPER).admitted());
  }

  @Test
  void oneNonceIsOneAnswerAlsoAmongMany() throws Exception {
    String slug = hall.event();
    List<String> tickets = hall.issued(slug, 2);
    String nonce = UUID.randomUUID().toString();
    List<String> told =
        Crowd.atOnce(
            DOORS,
            door -> {
              String qr = hall.qr(tickets.get(door % 2));
              ScanTicket scan = new ScanTicket(qr, "Gate", nonce, slug, null, null);
              return refused(() -> hall.checkIn.scan(scan, Hall.KEEPER));
            });
    assertEquals(DOORS / 2, told.stream().filter("VALID"::equals).count());
    assertEquals(DOORS / 2, told.stream().filter("NonceReused"::equals).count());
    assertEquals(1, hall.doors.door(slug, Hall.KEEPER).admitted());
  }

  @Test
  void aTicketThatIsLockedHoldsUpNoOther() throws Exception {
    String slug = hall.event();
    List<String> tickets = hall.issued(slug, 2);
    try (Connection refund = pool.getConnection()) {
      refund.setAutoCommit(false);
      lock(refund, tickets.get(0));
      CompletableFuture<Outcome> waiting =
          CompletableFuture.supplyAsync(
              () -> hall.scan(slug, hall.qr(tickets.get(0)), "North").outcome());
      awaitSomebodyWaits();
      assertEquals(Outcome.VALID, hall.scan(slug, hall.qr(tickets.get(1)), "South").outcome());
      assertFalse(waiting.isDone(), "let in while somebody changes the ticket");
      refund.rollback();
      assertEquals(Outcome.VALID, waiting.get(10, TimeUnit.SECONDS));
    }
  }

  private static void lock(Connection refund, String ticket) throws Exception {
    try (PreparedStatement statement =
        refund.prepareStatement("select 1 from encore.ticket where code = ? for update")) {
      statement.setString(1, ticket);
      assertTrue(statement.executeQuery().next());
    }
  }

  private static void awaitSomebodyWaits() throws InterruptedException {
    for (int look = 0; look < 200; look++) {
      if (hall.sql.number("select count(*) from pg_locks where not granted") > 0) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new AssertionError("nobody waits for the ticket");
  }

  private static String told(ScanResult result, String ticket) {
    assertEquals(ticket, result.ticket());
    return result.outcome().name();
  }

  private static String refused(Callable<ScanResult> scan) throws Exception {
    try {
      return scan.call().outcome().name();
    } catch (EventNotYours | NonceReused refusal) {
      return refusal.getClass().getSimpleName();
    }
  }
}
