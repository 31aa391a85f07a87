package fan.encore.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates that were without a network and meet again: the same scans come to the same end. */
class LateScanIT {

  private static final Instant NOON = Instant.now().minus(1, ChronoUnit.HOURS);

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static Hall hall;

  private String slug;
  private String ticket;
  private Keeper north;
  private Keeper south;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    hall = new Hall(database.appDataSource(LocalDatabase.NAME));
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @BeforeEach
  void open() {
    slug = hall.event();
    ticket = hall.issued(slug, 1).get(0);
    north = hall.device(slug, "North");
    south = hall.device(slug, "South");
  }

  @Test
  void ofTwoGatesWithoutNetworkTheEarlierEntryCountsWhicheverTellsFirst() {
    for (boolean laterFirst : new boolean[] {true, false}) {
      open();
      LateScan early = entry("North", 0);
      LateScan late = entry("South", 40);
      if (laterFirst) {
        assertEquals(Outcome.VALID, tell(south, late).outcome());
        assertEquals(Outcome.DOUBLE, tell(north, early).outcome());
      } else {
        assertEquals(Outcome.VALID, tell(north, early).outcome());
        assertEquals(Outcome.DOUBLE, tell(south, late).outcome());
      }
      Door.DoubleEntry twice = onlyDouble();
      assertEquals("South", twice.gate());
      assertEquals("North", twice.keptGate());
      assertEquals(at(40), twice.at());
      assertEquals(at(0), twice.keptAt());
      CheckInList list = list();
      assertEquals(List.of(1L, 1L, 1L), List.of(list.admitted(), list.inside(), list.doubles()));
    }
  }

  @Test
  void theSameMomentIsDecidedByTheDevice() {
    tell(south, entry("South", 0));
    tell(north, entry("North", 0));
    assertEquals("South", onlyDouble().gate(), "the device that was enrolled later gives way");
  }

  @Test
  void toldAgainNothingChanges() {
    LateScan scan = entry("North", 0);
    ScanResult first = tell(north, scan);
    assertEquals(first, tell(north, scan));
    assertEquals(1, hall.doors.door(slug, Hall.KEEPER).scans().size());
    assertEquals(List.of(), hall.doors.door(slug, Hall.KEEPER).doubles());
  }

  @Test
  void aClockThatIsWrongIsPutRightBeforeAnybodyIsFirst() {
    Duration ahead = Duration.ofMinutes(17);
    LateScan early =
        new LateScan(hall.qr(ticket), "North", nonce(), null, null, at(0).plus(ahead), true);
    tell(south, entry("South", 40));
    Instant sent = hall.clock.instant().plus(ahead);
    LateAnswer answer = hall.late.take(new LateScans(slug, sent, List.of(early)), north).get(0);
    assertEquals(Outcome.DOUBLE, answer.result().outcome());
    assertTrue(
        Duration.between(at(0), answer.result().scannedAt()).abs().toSeconds() < 5,
        "its clock was " + ahead + " ahead");
    assertEquals("North", onlyDouble().keptGate());
  }

  @Test
  void whateverTheOrderEverybodyConcludesTheSame() {
    Set<String> conclusions = new HashSet<>();
    Random random = new Random(5);
    for (int round = 0; round < 12; round++) {
      slug = hall.event();
      ticket = hall.issued(slug, 1).get(0);
      Keeper[] gates = {hall.device(slug, "A"), hall.device(slug, "B"), hall.device(slug, "C")};
      String list =
          hall.lists.add(
              slug, new CheckInListDraft("Hall", null, null, null, true, false), Hall.KEEPER);
      List<Runnable> scans = new ArrayList<>();
      for (int minute = 0; minute < 6; minute++) {
        Direction way = minute == 2 || minute == 4 ? Direction.EXIT : Direction.ENTRY;
        LateScan scan =
            new LateScan(
                hall.qr(ticket), "Gate " + minute, nonce(), list, way, at(60 * minute), true);
        Keeper gate = gates[minute % gates.length];
        scans.add(() -> tell(gate, scan));
      }
      Collections.shuffle(scans, random);
      scans.forEach(Runnable::run);
      Door door = hall.doors.door(slug, Hall.KEEPER);
      CheckInList counted = door.lists().get(1);
      conclusions.add(
          List.of(counted.admitted(), counted.inside(), counted.doubles())
              + door.doubles().stream()
                  .map(twice -> twice.gate() + " after " + twice.keptGate())
                  .toList()
                  .toString());
    }
    assertEquals(Set.of("[1, 1, 1][Gate 1 after Gate 0]"), conclusions);
  }

  @Test
  void aGateThatRefusedAdmitsNobodyLater() {
    LateScan refused = new LateScan(hall.qr(ticket), "North", nonce(), null, null, at(0), false);
    assertEquals(Outcome.REFUSED, tell(north, refused).outcome());
    assertEquals(0, list().admitted());
    assertEquals(Outcome.VALID, hall.scan(slug, hall.qr(ticket), "South").outcome());
  }

  @Test
  void whoWasLetInWithARefundedTicketIsShown() {
    hall.sql.update("update encore.ticket set status = 'CANCELLED' where code = ?", ticket);
    ScanResult result = tell(north, entry("North", 0));
    assertEquals(Outcome.CANCELLED, result.outcome());
    assertTrue(result.admitted());
    assertEquals(Outcome.CANCELLED, onlyDouble().outcome());
  }

  @Test
  void aRevokedDeviceScansNoMore() {
    hall.sql.update(
        "update encore.gate_device set revoked_at = now() where id = ?", north.deviceId());
    LateAnswer answer =
        hall.late
            .take(new LateScans(slug, hall.clock.instant(), List.of(entry("North", 0))), north)
            .get(0);
    assertEquals("checkin.event_not_found", answer.error());
    assertEquals(0, list().admitted());
  }

  @Test
  void aDeviceScansAtItsOwnEventOnly() {
    String other = hall.event();
    LateAnswer answer =
        hall.late
            .take(new LateScans(other, hall.clock.instant(), List.of(entry("North", 0))), north)
            .get(0);
    assertEquals("checkin.event_not_found", answer.error());
  }

  private ScanResult tell(Keeper gate, LateScan scan) {
    return hall.checkIn.take(slug, Duration.ZERO, scan, gate);
  }

  private LateScan entry(String gate, int seconds) {
    return new LateScan(hall.qr(ticket), gate, nonce(), null, null, at(seconds), true);
  }

  private Door.DoubleEntry onlyDouble() {
    List<Door.DoubleEntry> doubles = hall.doors.door(slug, Hall.KEEPER).doubles();
    assertEquals(1, doubles.size());
    return doubles.get(0);
  }

  private CheckInList list() {
    return hall.lists.of(slug, Hall.KEEPER).get(0);
  }

  private static Instant at(int seconds) {
    return NOON.truncatedTo(ChronoUnit.MILLIS).plusSeconds(seconds);
  }

  private static String nonce() {
    return UUID.randomUUID().toString();
  }
}
