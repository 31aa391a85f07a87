package fan.encore.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.shared.Sql;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Grants against a real PostgreSQL, as the application's own role. */
class GrantIT {

  private record Got(long account, long item, int before, long artist, long medals) {}

  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final AtomicLong NEXT = new AtomicLong();

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private static Path dir;

  private static LocalDatabase database;
  private static Sql sql;
  private static Collections collections;
  private static long artist;
  private static long kept;
  private static long traded;

  private long fan;
  private long other;

  @BeforeAll
  static void publish() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    sql = new Sql(database.appDataSource(LocalDatabase.NAME));
    collections = new Collections(sql, Clock.fixed(NOW, ZoneOffset.UTC));
    artist =
        sql.insert(
            "insert into encore.artist (code, name, tagline, biography, picture_key)"
                + " values ('luna', 'Luna', '', '', 'public/luna') returning id");
    kept = item("kept", 0);
    traded = item("traded", 5);
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @BeforeEach
  void newFans() {
    fan = account();
    other = account();
  }

  @Test
  void manyFansAreGrantedManyItemsAtOnce() {
    assertEquals(
        List.of(
            new Got(fan, kept, 0, artist, 0),
            new Got(fan, traded, 0, artist, 0),
            new Got(other, kept, 0, artist, 0)),
        grant(List.of(other, fan, fan, other), List.of(kept, traded, kept, kept)));
    assertEquals(1, copies(fan, kept));
    assertEquals(2, copies(other, kept));
    assertEquals(1, copies(fan, traded));
  }

  @Test
  void duplicatesThatBecomeMedalsAreNotKept() {
    assertEquals(
        List.of(new Got(fan, traded, 0, artist, 10)),
        grant(List.of(fan, fan, fan), List.of(traded, traded, traded)));
    assertEquals(List.of(new Got(fan, traded, 1, artist, 5)), grant(List.of(fan), List.of(traded)));
    assertEquals(1, copies(fan, traded));
    assertEquals(
        4,
        sql.number(
            "select granted from encore.collected_item where item_id = ? and account_id = ?",
            traded,
            fan));
  }

  @Test
  void copiesThatAreKeptAreCounted() {
    grant(List.of(fan), List.of(kept));
    assertEquals(
        List.of(new Got(fan, kept, 1, artist, 0)), grant(List.of(fan, fan), List.of(kept, kept)));
    assertEquals(3, copies(fan, kept));
  }

  @Test
  void aThingIsNewUntilItsOwnerSawItAndADuplicateIsNotNew() {
    grant(List.of(fan, other), List.of(kept, kept));
    assertTrue(collections.of(fan).get(0).isNew());
    collections.seen(fan, List.of(kept));
    assertFalse(collections.of(fan).get(0).isNew());
    assertTrue(collections.of(other).get(0).isNew(), "each fan has her own marks");
    grant(List.of(fan), List.of(kept));
    assertFalse(collections.of(fan).get(0).isNew());
  }

  @Test
  void anItemKeepsWhatOddsAndMedalsWerePromisedFor() {
    for (String column : List.of("code", "rarity", "kind", "duplicate_medals")) {
      assertThrows(
          Sql.SqlFailed.class,
          () -> sql.update("update encore.item set " + column + " = " + column),
          column);
    }
  }

  @Test
  void grantsOfTheSameFansAtOnceLoseNothingAndNeverWaitForEachOther() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int n = 0; n < 64; n++) {
        boolean forwards = n % 2 == 0;
        running.add(
            threads.submit(
                () ->
                    forwards
                        ? grant(List.of(fan, other, fan), List.of(kept, kept, traded))
                        : grant(List.of(other, fan, fan), List.of(kept, traded, kept))));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(64, copies(fan, kept));
    assertEquals(64, copies(other, kept));
    assertEquals(1, copies(fan, traded));
  }

  private static List<Got> grant(List<Long> accounts, List<Long> items) {
    return sql.list(
        "select account_id, item_id, copies_before, artist_id, medals"
            + " from encore.grant_many(?, ?, ?) order by 1, 2",
        row ->
            new Got(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getLong(5)),
        accounts.toArray(Long[]::new),
        items.toArray(Long[]::new),
        NOW);
  }

  private static long copies(long account, long item) {
    return sql.number(
        "select copies from encore.collected_item where account_id = ? and item_id = ?",
        account,
        item);
  }

  private static long item(String code, long medals) {
    NewItem item =
        new NewItem(
            code, code, Rarity.R, "public/x", ItemKind.DIGITAL, "", null, medals, medals == 0);
    return collections.create(artist, List.of(item)).get(0).id();
  }

  private static long account() {
    long n = NEXT.incrementAndGet();
    return sql.insert(
        "insert into encore.account (email, display_name, language, status, created_at, version)"
            + " values (?, 'Fan', 'en', 'ACTIVE', ?, 0) returning id",
        "fan" + n + "@encore.test",
        NOW);
  }
}
