package fan.encore.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists, ways in and out, rotating codes, undo, and what gates take with them. */
class DoorRulesIT {

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static Hall hall;

  private String slug;
  private String ticket;

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
  }

  @Test
  void whoLeftComesInAgainWhereTheListAllowsIt() {
    String list = add(draft(true, false));
    assertEquals(Outcome.NOT_INSIDE, scan(list, Direction.EXIT, hall.qr(ticket)).outcome());
    assertEquals(Outcome.VALID, scan(list, Direction.ENTRY, hall.qr(ticket)).outcome());
    assertEquals(Outcome.ALREADY_USED, scan(list, Direction.ENTRY, hall.qr(ticket)).outcome());
    assertEquals(Outcome.VALID, scan(list, Direction.EXIT, hall.qr(ticket)).outcome());
    assertEquals(List.of(1L, 0L), counts(list));
    assertEquals(Outcome.VALID, scan(list, Direction.ENTRY, hall.qr(ticket)).outcome());
    assertEquals(List.of(1L, 1L), counts(list));
  }

  @Test
  void whereItDoesNotTheTicketIsUsedUp() {
    assertEquals(Outcome.VALID, scan("main", Direction.ENTRY, hall.qr(ticket)).outcome());
    assertEquals(Outcome.VALID, scan("main", Direction.EXIT, hall.qr(ticket)).outcome());
    assertEquals(Outcome.ALREADY_USED, scan("main", Direction.ENTRY, hall.qr(ticket)).outcome());
    assertEquals(List.of(1L, 0L), counts("main"));
  }

  @Test
  void listsCountForThemselves() {
    String backstage = add(draft(false, false));
    assertEquals(Outcome.VALID, scan("main", Direction.ENTRY, hall.qr(ticket)).outcome());
    assertEquals(Outcome.VALID, scan(backstage, Direction.ENTRY, hall.qr(ticket)).outcome());
    assertEquals(List.of(1L, 1L), counts(backstage));
  }

  @Test
  void aListLetsInItsTypesInItsTime() {
    hall.sql.update(
        "insert into encore.ticket_type (event_id, code, name, description, price_minor, sale_from, sale_until,"
            + " max_per_order, place, version) select id, 'vip', 'VIP', '', 0, now(), now() + interval '1 hour', 4, 1, 0"
            + " from encore.live_event where slug = ?",
        slug);
    String vip = add(new CheckInListDraft("VIP", List.of("vip"), null, null, false, false));
    assertEquals(Outcome.WRONG_TYPE, scan(vip, Direction.ENTRY, hall.qr(ticket)).outcome());
    Instant hourAgo = Instant.now().minus(1, ChronoUnit.HOURS);
    String past = add(new CheckInListDraft("Past", List.of("ga"), null, hourAgo, false, false));
    assertEquals(Outcome.NOT_OPEN, scan(past, Direction.ENTRY, hall.qr(ticket)).outcome());
    String open = add(new CheckInListDraft("Now", List.of("ga"), hourAgo, null, false, false));
    assertEquals(Outcome.VALID, scan(open, Direction.ENTRY, hall.qr(ticket)).outcome());
    assertThrows(
        CheckInListNotFound.class,
        () -> add(new CheckInListDraft("No", List.of("none"), null, null, false, false)));
  }

  @Test
  void whereTheRotatingCodeIsDemandedNothingElseLetsIn() {
    String list = add(draft(false, true));
    long window = Instant.now().getEpochSecond() / 30;
    assertEquals(Outcome.STATIC_CODE, scan(list, Direction.ENTRY, hall.qr(ticket)).outcome());
    assertEquals(Outcome.STATIC_CODE, scan(list, Direction.ENTRY, ticket).outcome());
    String screenshot = hall.rotating(ticket, window - 4);
    assertEquals(Outcome.STALE_CODE, scan(list, Direction.ENTRY, screenshot).outcome());
    String tomorrow = hall.rotating(ticket, window + 4);
    assertEquals(Outcome.STALE_CODE, scan(list, Direction.ENTRY, tomorrow).outcome());
    String forged = screenshot.replace("." + (window - 4) + ".", "." + window + ".");
    assertEquals(Outcome.UNKNOWN, scan(list, Direction.ENTRY, forged).outcome());
    String live = hall.rotating(ticket, Instant.now().getEpochSecond() / 30);
    assertEquals(Outcome.VALID, scan(list, Direction.ENTRY, live).outcome());
    assertFalse(
        hall.seal
            .open(live.replaceFirst("ENC2\\.(.*?)\\.(T.*?)\\.(.*?)\\..*\\.", "ENC1.$1.$2.$3."))
            .isPresent(),
        "no printed code can be made of a picture of a rotating one");
  }

  @Test
  void aNewIssueKillsBothCodesOfTheOldHolder() {
    long window = Instant.now().getEpochSecond() / 30;
    String printed = hall.qr(ticket);
    String rotating = hall.rotating(ticket, window);
    hall.sql.update("update encore.ticket set issue = issue + 1 where code = ?", ticket);
    assertEquals(Outcome.CANCELLED, hall.scan(slug, printed, "A").outcome());
    assertEquals(Outcome.CANCELLED, hall.scan(slug, rotating, "A").outcome());
    String live = hall.rotating(ticket, Instant.now().getEpochSecond() / 30);
    assertEquals(Outcome.VALID, hall.scan(slug, live, "A").outcome());
  }

  @Test
  void ticketsOfTheOldKeyOfAllEventsStillLetIn() {
    hall.sql.update("update encore.ticket set key_id = 1 where code = ?", ticket);
    assertEquals(Outcome.VALID, hall.scan(slug, hall.qr(ticket), "A").outcome());
    String other = hall.event();
    assertTrue(
        hall.bundles.of(other, null, Hall.KEEPER).keys().stream()
            .filter(key -> key.id() == 1)
            .allMatch(key -> key.rotation() == null),
        "gates get no rotation key of other events");
    assertEquals(2, hall.bundles.of(other, null, Hall.KEEPER).keys().size());
  }

  @Test
  void anUndoIsARowOfItsOwnWithAReason() {
    ScanResult entry = scan("main", Direction.ENTRY, hall.qr(ticket));
    UndoScan undo = new UndoScan(slug, "Wrong person", UUID.randomUUID().toString());
    ScanResult undone = hall.checkIn.undo(entry.scan(), undo, Hall.KEEPER);
    assertEquals(undone, hall.checkIn.undo(entry.scan(), undo, Hall.KEEPER), "the same nonce");
    assertEquals(Direction.UNDO, undone.direction());
    assertEquals(List.of(0L, 0L), counts("main"));
    assertEquals(0, hall.doors.door(slug, Hall.KEEPER).admitted());
    UndoScan again = new UndoScan(slug, "Again", UUID.randomUUID().toString());
    assertThrows(ScanNotUndoable.class, () -> hall.checkIn.undo(entry.scan(), again, Hall.KEEPER));
    assertEquals(Outcome.VALID, scan("main", Direction.ENTRY, hall.qr(ticket)).outcome());
    assertEquals(List.of(1L, 1L), counts("main"));
    assertThrows(
        Sql.SqlFailed.class, () -> hall.sql.update("delete from encore.scan where undoes_id > 0"));
    assertThrows(
        ScanNotUndoable.class,
        () -> hall.checkIn.undo(entry.scan(), again, Keeper.of(Hall.SOMEBODY_ELSE)));
  }

  @Test
  void gatesHearOfEveryChange() {
    DoorBundle all = hall.bundles.of(slug, null, Hall.KEEPER);
    String digest = digest(ticket);
    assertEquals(List.of(digest + " 0 1"), all.tickets());
    assertEquals(List.of(), all.admissions());
    assertFalse(String.join(" ", all.tickets()).contains(ticket), "codes stay at home");
    Instant future = Instant.now().plus(1, ChronoUnit.HOURS);
    assertEquals(List.of(), hall.bundles.of(slug, future, Hall.KEEPER).tickets());
    hall.scan(slug, hall.qr(ticket), "North");
    hall.sql.update("update encore.ticket set issue = 2 where code = ?", ticket);
    DoorBundle changed = hall.bundles.of(slug, all.next(), Hall.KEEPER);
    assertEquals(List.of(digest + " 0 2"), changed.tickets());
    assertTrue(changed.admissions().get(0).startsWith(digest + " main 1 1 "));
    hall.sql.update("update encore.ticket set status = 'CANCELLED' where code = ?", ticket);
    assertEquals(
        List.of(digest + " 0 0"), hall.bundles.of(slug, all.next(), Hall.KEEPER).tickets());
  }

  private static String digest(String code) {
    byte[] hash = java.util.HexFormat.of().parseHex(Codes.sha256(code));
    return java.util.Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(hash, 9));
  }

  private String add(CheckInListDraft draft) {
    return hall.lists.add(slug, draft, Hall.KEEPER);
  }

  private static CheckInListDraft draft(boolean reentry, boolean rotating) {
    return new CheckInListDraft("Hall", null, null, null, reentry, rotating);
  }

  private ScanResult scan(String list, Direction direction, String qr) {
    return hall.checkIn.scan(
        new ScanTicket(qr, "North", UUID.randomUUID().toString(), slug, list, direction),
        Hall.KEEPER);
  }

  private List<Long> counts(String list) {
    return hall.lists.of(slug, Hall.KEEPER).stream()
        .filter(one -> one.code().equals(list))
        .map(one -> List.of(one.admitted(), one.inside()))
        .findFirst()
        .orElseThrow();
  }
}
