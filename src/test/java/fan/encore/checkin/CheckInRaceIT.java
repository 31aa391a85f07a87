package fan.encore.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.Crowd;
import fan.encore.local.LocalDatabase;
import fan.encore.messaging.Queues;
import fan.encore.order.OrderPaid;
import fan.encore.order.OrderRefunded;
import fan.encore.shared.Sql;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The door on a real PostgreSQL, as the application's role: who gets in, also at the same moment.
 */
class CheckInRaceIT {

  private static final int GATES = 32;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static Hall hall;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    database.copy(LocalDatabase.NAME, "unguarded");
    hall = new Hall(database.appDataSource(LocalDatabase.NAME));
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @Test
  void ofThirtyTwoGatesExactlyOneLetsIn() throws Exception {
    String slug = hall.event();
    for (String ticket : issued(hall, slug, 5)) {
      Map<Outcome, Long> outcomes = race(hall, slug, hall.qr(ticket));
      assertEquals(Map.of(Outcome.VALID, 1L, Outcome.ALREADY_USED, GATES - 1L), outcomes);
    }
    Door door = hall.doors.door(slug, Hall.KEEPER);
    assertEquals(5, door.admitted());
    assertEquals(5, door.expected());
  }

  @Test
  void theSameRaceWithoutTheLockLetsSeveralIn() throws Exception {
    DoorFunctions.forgetTheLock(database.ownerDataSource("unguarded"), ";");
    new Sql(database.ownerDataSource("unguarded"))
        .update("drop index encore.uq_scan_ticket_id_list_id_visit");
    Hall open = new Hall(database.appDataSource("unguarded"));
    String slug = open.event();
    long admitted = 0;
    for (String ticket : issued(open, slug, 20)) {
      admitted += race(open, slug, open.qr(ticket)).getOrDefault(Outcome.VALID, 0L);
    }
    assertTrue(admitted > 20, "The race is no race: it admitted " + admitted);
  }

  @Test
  void aNonceThatIsRepeatedAtTheSameMomentGetsOneAnswer() throws Exception {
    String slug = hall.event();
    String qr = hall.qr(issued(hall, slug, 1).get(0));
    ScanTicket same = new ScanTicket(qr, "North", "nonce-of-one-scan", slug, null, null);
    List<ScanResult> answers =
        atOnce(gate -> (gate % 2 == 0 ? hall : hall.elsewhere()).checkIn.scan(same, Hall.KEEPER));
    assertEquals(1, answers.stream().distinct().count());
    assertEquals(Outcome.VALID, answers.get(0).outcome());
    assertEquals(1, hall.doors.door(slug, Hall.KEEPER).scans().size());
  }

  @Test
  void theDoorTellsWhyAndWhere() {
    String slug = hall.event();
    String other = hall.event();
    String ticket = issued(hall, slug, 1).get(0);
    String qr = hall.qr(ticket);

    ScanResult wrong = hall.scan(other, qr, "South");
    assertEquals(Outcome.WRONG_EVENT, wrong.outcome());
    assertEquals("Title of " + slug, wrong.otherEvent());
    assertEquals(null, wrong.holder());

    ScanResult first = hall.scan(slug, qr.toLowerCase(Locale.ROOT), "North");
    assertEquals(Outcome.VALID, first.outcome());
    assertEquals("Hana Sato", first.holder());
    assertEquals("Standing", first.type());

    ScanResult again = hall.scan(slug, qr, "South");
    assertEquals(Outcome.ALREADY_USED, again.outcome());
    assertEquals(first.scannedAt(), again.usedAt());
    assertEquals("North", again.usedGate());
  }

  @Test
  void aTicketCodeMayBeTyped() {
    String slug = hall.event();
    String ticket = issued(hall, slug, 1).get(0);
    String typed = ticket.substring(0, 4) + " " + ticket.substring(4).toLowerCase(Locale.ROOT);
    assertEquals(
        Outcome.VALID, hall.scan(slug, typed.replace('0', 'o').replace('1', 'l'), "A").outcome());
  }

  @Test
  void forgedAndForeignCodesAreUnknown() {
    String slug = hall.event();
    String qr = hall.qr(issued(hall, slug, 1).get(0));
    char last = qr.charAt(20) == 'X' ? 'Y' : 'X';
    String otherTicket = qr.replaceFirst("\\.T.{12}\\.", ".T0123456789AB.");
    String otherIssue = qr.replaceFirst("(T.{12}\\.)1\\.", "$12.");
    String otherKey = qr.replaceFirst("^ENC1\\.[0-9]+\\.", "ENC1.1.");
    String tampered = qr.substring(0, 40) + (qr.charAt(40) == last ? 'W' : last) + qr.substring(41);
    for (String forged :
        List.of(otherTicket, otherIssue, otherKey, tampered, "T0123456789AB", "hello")) {
      assertEquals(Outcome.UNKNOWN, hall.scan(slug, forged, "North").outcome(), forged);
    }
    assertEquals(Outcome.VALID, hall.scan(slug, qr, "North").outcome());
  }

  @Test
  void refundedTicketsAndReplacedCodesAreDead() {
    String slug = hall.event();
    String order = hall.order(slug, 2);
    hall.issue.issue(new OrderPaid(order));
    List<String> tickets = hall.tickets(order);
    String old = hall.qr(tickets.get(0));
    hall.sql.update("update encore.ticket set issue = 2 where code = ?", tickets.get(0));
    assertEquals(Outcome.CANCELLED, hall.scan(slug, old, "North").outcome());
    assertEquals(Outcome.VALID, hall.scan(slug, hall.qr(tickets.get(0)), "North").outcome());
    hall.issue.cancel(new OrderRefunded(order));
    assertEquals(Outcome.CANCELLED, hall.scan(slug, hall.qr(tickets.get(1)), "North").outcome());
    assertEquals(0, hall.doors.door(slug, Hall.KEEPER).expected());
  }

  @Test
  void anotherOrganizersDoorIsClosedButNotForAdministrators() {
    String slug = hall.event();
    String qr = hall.qr(issued(hall, slug, 1).get(0));
    ScanTicket scan = new ScanTicket(qr, "North", "nonce-of-somebody", slug, null, null);
    Keeper somebody = Keeper.of(Hall.SOMEBODY_ELSE);
    assertThrows(EventNotYours.class, () -> hall.checkIn.scan(scan, somebody));
    assertThrows(EventNotYours.class, () -> hall.doors.door(slug, somebody));
    Keeper administrator = new Keeper(Hall.SOMEBODY_ELSE, null, true);
    assertEquals(Outcome.VALID, hall.checkIn.scan(scan, administrator).outcome());
  }

  @Test
  void aNonceBelongsToOneScan() {
    String slug = hall.event();
    List<String> tickets = issued(hall, slug, 2);
    ScanTicket first =
        new ScanTicket(hall.qr(tickets.get(0)), "North", "one-nonce", slug, null, null);
    hall.checkIn.scan(first, Hall.KEEPER);
    ScanTicket second =
        new ScanTicket(hall.qr(tickets.get(1)), "North", "one-nonce", slug, null, null);
    assertThrows(NonceReused.class, () -> hall.checkIn.scan(second, Hall.KEEPER));
  }

  @Test
  void hearingTwiceOfAPaymentIssuesNothingTwice() throws Exception {
    String order = hall.order(hall.event(), 3);
    atOnce(
        turn -> {
          hall.issue.issue(new OrderPaid(order));
          return null;
        });
    assertEquals(3, hall.tickets(order).size());
    assertTrue(
        hall.outbox.messages.stream()
            .filter(message -> message.dedupKey().equals(order))
            .allMatch(message -> message.queue().equals(Queues.TICKET_PDF)));
  }

  @Test
  void whatWasScannedStaysAsItWas() {
    String slug = hall.event();
    hall.scan(slug, "hello", "North");
    for (String change :
        List.of(
            "update encore.scan set gate = 'x'",
            "delete from encore.scan",
            "truncate encore.scan")) {
      assertThrows(Sql.SqlFailed.class, () -> hall.sql.update(change), change);
    }
    assertThrows(
        Sql.SqlFailed.class,
        () -> hall.sql.update("update encore.ticket_key set created_at = now()"));
  }

  private static List<String> issued(Hall hall, String slug, int quantity) {
    String order = hall.order(slug, quantity);
    hall.issue.issue(new OrderPaid(order));
    return hall.tickets(order);
  }

  private static Map<Outcome, Long> race(Hall hall, String slug, String qr) throws Exception {
    return atOnce(gate -> hall.elsewhere().scan(slug, qr, "Gate " + gate)).stream()
        .collect(Collectors.groupingBy(ScanResult::outcome, Collectors.counting()));
  }

  private static <T> List<T> atOnce(Crowd.Turn<T> turn) throws Exception {
    return Crowd.atOnce(GATES, turn);
  }
}
