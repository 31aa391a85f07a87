package fan.encore.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.shared.Sql;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outbox's rows on a real PostgreSQL, as the application's role, with a clock of our own. */
class ClaimsIT {

  private static final Instant START = Instant.parse("2026-11-21T04:00:00Z");
  private static final AtomicLong NEXT = new AtomicLong();

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static Sql sql;

  private Instant now = START;
  private final Claims claims =
      new Claims(sql, ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
  private String queue;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    sql = new Sql(database.appDataSource(LocalDatabase.NAME));
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @BeforeEach
  void aQueueOfItsOwn() {
    queue = "test." + NEXT.incrementAndGet();
  }

  @Test
  void aClaimedRowCarriesWhatWasPut() {
    put("a");
    OutboxRow row = claims.claim(queue).orElseThrow();
    assertEquals("order.mail.paid", row.kind());
    assertEquals("fan@encore.example", row.recipient());
    assertEquals(Map.of("name", "Mika \"<b>\" 美佳"), row.values());
    assertEquals(List.of("ticket/a.pdf"), row.attachmentKeys());
    assertEquals(1, row.attempt());
    assertEquals(7, row.triesLeft());
    assertEquals(Optional.empty(), claims.claim(queue), "it is claimed once");
  }

  @Test
  void sixteenWorkersShareTheRowsWithoutTakingOneTwice() throws Exception {
    for (int i = 0; i < 200; i++) {
      put("row" + i);
    }
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Callable<List<Long>>> workers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      workers.add(this::takeAll);
    }
    List<Long> taken = new ArrayList<>();
    for (Future<List<Long>> worker : threads.invokeAll(workers)) {
      taken.addAll(worker.get());
    }
    threads.shutdown();
    assertEquals(200, taken.size());
    assertEquals(200, new HashSet<>(taken).size());
  }

  @Test
  void aFailedRowWaitsLongerEachTimeAndIsGivenUpAfterEightAttempts() {
    put("a");
    List<Duration> waits = new ArrayList<>();
    OutboxRow row = claims.claim(queue).orElseThrow();
    while (row.triesLeft() > 0) {
      assertTrue(claims.failed(row, "no answer"));
      assertEquals(Optional.empty(), claims.claim(queue), "not before its time");
      Instant failed = now;
      now = claimsDue();
      waits.add(Duration.between(failed, now));
      row = claims.claim(queue).orElseThrow();
    }
    assertEquals(8, row.attempt());
    assertEquals(Duration.ofSeconds(5), waits.get(0));
    assertEquals(Duration.ofHours(6), waits.get(6));
    claims.failed(row, "no answer");
    assertEquals("DEAD", state(row.id()));
    assertEquals(16, attempts(row.id()));
  }

  @Test
  void aRowOfAVanishedWorkerComesBackAfterItsLease() {
    put("a");
    OutboxRow lost = claims.claim(queue).orElseThrow();
    now = now.plusSeconds(59);
    claims.returnAbandoned();
    assertEquals("SENDING", state(lost.id()));
    now = now.plusSeconds(2);
    claims.returnAbandoned();
    OutboxRow again = claims.claim(queue).orElseThrow();
    assertEquals(2, again.attempt());
    assertFalse(claims.sent(lost), "the late worker has no say any more");
    assertEquals("SENDING", state(lost.id()));
    assertTrue(claims.sent(again));
    assertEquals("SENT", state(lost.id()));
    assertFalse(claims.failed(again, "too late"), "what is sent stays sent");
  }

  @Test
  void aRowThatVanishesWithEveryWorkerIsGivenUp() {
    put("poison");
    long id = 0;
    for (int i = 0; i < 8; i++) {
      id = claims.claim(queue).orElseThrow().id();
      now = now.plusSeconds(61);
      claims.returnAbandoned();
    }
    assertEquals("DEAD", state(id));
    assertEquals(Optional.empty(), claims.claim(queue));
  }

  @Test
  void aHopelessRowIsGivenUpAtOnce() {
    put("a");
    OutboxRow row = claims.claim(queue).orElseThrow();
    claims.dead(row, "no such address");
    assertEquals("DEAD", state(row.id()));
  }

  @Test
  void dueQueuesAreToldWithTheirOldestRow() {
    put("a");
    now = now.plusSeconds(20);
    put("b");
    assertEquals(START, claims.dueSince().get(queue));
    claims.sent(claims.claim(queue).orElseThrow());
    claims.sent(claims.claim(queue).orElseThrow());
    assertFalse(claims.dueSince().containsKey(queue));
  }

  @Test
  void theSameKeyIsWrittenOnce() {
    assertEquals(1, put("same"));
    assertEquals(0, put("same"));
  }

  @Test
  void whatHappenedToAMessageCannotBeRewritten() {
    put("a");
    claims.claim(queue).orElseThrow();
    for (String change :
        Set.of(
            "update encore.outbox_attempt set outcome = 'SENT'",
            "delete from encore.outbox_attempt",
            "truncate encore.outbox_attempt",
            "update encore.audit_entry set actor = '1'")) {
      assertThrows(Sql.SqlFailed.class, () -> sql.update(change), change);
    }
    Sql owner = new Sql(database.ownerDataSource(LocalDatabase.NAME));
    assertThrows(Sql.SqlFailed.class, () -> owner.update("delete from encore.outbox_attempt"));
  }

  private int put(String key) {
    return sql.update(
        "insert into encore.outbox_message (queue, kind, dedup_key, recipient, locale,"
            + " placeholders, attachment_keys, created_at, due_at)"
            + " values (?, 'order.mail.paid', ?, 'fan@encore.example', 'ja', ?::jsonb, ?, ?, ?)"
            + " on conflict (queue, dedup_key) do nothing",
        queue,
        key,
        "{\"name\": \"Mika \\\"<b>\\\" 美佳\"}",
        new String[] {"ticket/a.pdf"},
        now,
        now);
  }

  private List<Long> takeAll() {
    List<Long> taken = new ArrayList<>();
    Optional<OutboxRow> row = claims.claim(queue);
    while (row.isPresent()) {
      taken.add(row.get().id());
      row = claims.claim(queue);
    }
    return taken;
  }

  private Instant claimsDue() {
    return sql.first(
            "select due_at from encore.outbox_message where queue = ?",
            row -> Sql.instant(row, "due_at"),
            queue)
        .orElseThrow();
  }

  private static String state(long id) {
    return sql.first(
            "select state from encore.outbox_message where id = ?", row -> row.getString(1), id)
        .orElseThrow();
  }

  private static long attempts(long id) {
    return sql.number("select count(*) from encore.outbox_attempt where message_id = ?", id);
  }
}
