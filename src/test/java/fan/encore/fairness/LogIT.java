package fan.encore.fairness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.shared.Sql;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log on a real PostgreSQL, as the application's role. */
class LogIT {

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final int WRITERS = 8;
  private static final int TRANSACTIONS = 150;

  @TempDir private static Path dir;

  private static LocalDatabase database;

  private LogNode node;
  private LogNode other;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @BeforeEach
  void open() throws Exception {
    node = new LogNode(database, KEY);
    other = new LogNode(database, KEY);
    node.sequence();
  }

  @AfterEach
  void close() throws Exception {
    node.sequence();
    assertTheLogIsRight();
    node.close();
    other.close();
  }

  @Test
  void aLeafCommittedLateStillGetsItsPlace() throws Exception {
    long early = other.append("\"early\"");
    long late = node.append("\"late\"");
    node.commit();
    assertEquals(1, node.sequence());
    assertEquals(1, node.log.indexOf(late).stream().count());
    for (int i = 0; i < 5; i++) {
      node.append("\"more\"");
      node.commit();
      node.sequence();
    }
    other.commit();
    assertEquals(1, node.sequence());
    assertTrue(node.log.indexOf(early).orElseThrow() > node.log.indexOf(late).orElseThrow());
  }

  @Test
  void withoutRespectForWritersALeafWouldBeLost() throws Exception {
    // The negative control: a progress that forgets who was still writing.
    long early = other.append("\"early\"");
    node.append("\"late\"");
    node.commit();
    node.sequence();
    settleWithout("{}");
    other.commit();
    assertEquals(0, node.sequence());
    assertTrue(node.log.indexOf(early).isEmpty());
    settle(0);
    assertEquals(1, node.sequence());
  }

  @Test
  void whatWasRolledBackIsNowhere() throws Exception {
    long gone = node.append("\"gone\"");
    node.rollback();
    long kept = node.append("\"kept\"");
    node.commit();
    assertEquals(1, node.sequence());
    assertTrue(node.log.leaf(gone).isEmpty());
    assertEquals("\"kept\"", node.log.leaf(kept).orElseThrow().body());
  }

  @Test
  void progressFollowsTheWriters() throws Exception {
    for (int i = 0; i < 4; i++) {
      node.append("\"step\"");
      node.commit();
      node.sequence();
    }
    node.sequence();
    node.sequence();
    assertEquals(
        node.sql.number("select max(id) from encore.fairness_leaf"),
        node.sql.number("select settled from encore.fairness_progress"));
    node.commit();
  }

  @Test
  void aSecondSequencerFindsTheWorkTaken() throws Exception {
    node.append("\"one\"");
    node.commit();
    assertEquals(1, node.sequencing.step());
    assertEquals(0, other.sequence());
    node.commit();
    assertEquals(0, other.sequence());
  }

  @Test
  void aSequencerThatDiesLeavesNothing() throws Exception {
    long size = node.log.size();
    long leaf = node.append("\"one\"");
    node.commit();
    assertEquals(1, node.sequencing.step());
    node.rollback();
    assertEquals(size, other.log.size());
    assertTrue(other.log.indexOf(leaf).isEmpty());
    assertEquals(1, other.sequence());
    assertEquals(size, other.log.indexOf(leaf).orElseThrow());
  }

  @Test
  void everyCommittedLeafGetsOnePlaceWhateverHappens() throws Exception {
    AtomicBoolean writing = new AtomicBoolean(true);
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<?>> writers = new ArrayList<>();
    List<Future<?>> sequencers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      long seed = i;
      writers.add(threads.submit(() -> write(new Random(seed))));
    }
    for (int i = 0; i < 2; i++) {
      sequencers.add(threads.submit(() -> sequenceWhile(writing)));
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    writing.set(false);
    for (Future<?> sequencer : sequencers) {
      sequencer.get();
    }
    threads.shutdown();
    node.sequence();
    assertTheLogIsRight();
  }

  private Void write(Random random) throws Exception {
    try (LogNode writer = new LogNode(database, KEY)) {
      for (int i = 0; i < TRANSACTIONS; i++) {
        for (int leaves = random.nextInt(6); leaves >= 0; leaves--) {
          writer.append("{\"n\":" + random.nextInt() + "}");
        }
        Thread.sleep(random.nextInt(10) == 0 ? 40 : 0);
        if (random.nextInt(4) == 0) {
          writer.rollback();
        } else {
          writer.commit();
        }
      }
    }
    return null;
  }

  private Void sequenceWhile(AtomicBoolean writing) throws Exception {
    Random random = new Random(1);
    try (LogNode sequencer = new LogNode(database, KEY)) {
      while (writing.get()) {
        sequencer.sequencing.step();
        if (random.nextInt(3) == 0) {
          sequencer.rollback();
        } else {
          sequencer.commit();
        }
      }
    }
    return null;
  }

  @Test
  void theTreeCannotBeChanged() throws Exception {
    for (String table : List.of("leaf", "log", "node", "checkpoint", "cosignature", "key")) {
      assertThrows(
          Sql.SqlFailed.class, () -> node.sql.update("delete from encore.fairness_" + table));
      node.rollback();
    }
    assertThrows(
        Sql.SqlFailed.class,
        () ->
            node.sql.update(
                "insert into encore.fairness_leaf (kind, body, hash) values ('test', 'a', encore.leaf_hash('b'))"));
    node.rollback();
  }

  @Test
  void proofsStopWhereTheLogDoes() throws Exception {
    long size = node.log.size();
    assertThrows(NotInLog.class, () -> node.log.inclusion(size, size));
    assertThrows(NotInLog.class, () -> node.log.inclusion(0, size + 1));
    assertThrows(NotInLog.class, () -> node.log.inclusion(-1, size));
    assertThrows(NotInLog.class, () -> node.log.inclusion(0, 0));
    assertThrows(NotInLog.class, () -> node.log.consistency(-1, size));
    assertThrows(NotInLog.class, () -> node.log.consistency(1, size + 1));
    assertThrows(NotInLog.class, () -> node.log.at(size + 1));
  }

  @Test
  void aNewKeyIsToldByTheOldOne() throws Exception {
    byte[] seed = new byte[32];
    seed[0] = 9;
    String both = Base64.getEncoder().encodeToString(seed) + "," + KEY;
    try (LogNode changed = new LogNode(database, both)) {
      assertEquals(1, changed.sequence());
      NoteKey newer = NoteKey.ofLog("encore.example/fairness", seed);
      NoteKey older = NoteKey.ofLog("encore.example/fairness", new byte[32]);
      Checkpoint latest = changed.log.latest().orElseThrow();
      SignedNote note = SignedNote.parse(latest.note());
      assertTrue(note.lineOf(newer).isPresent());
      assertTrue(note.lineOf(older).isPresent());
      Leaf told = changed.log.leaves(latest.size() - 1, 1).get(0);
      assertEquals("key", told.kind());
      assertEquals("{\"key\":\"" + newer.vkey() + "\"}", told.body());
      assertEquals(newer.vkey(), changed.keys.known().get(0));
    }
  }

  @Test
  void withoutASettingOneKeyIsMadeAndKept() throws Exception {
    try (LogNode keyless = new LogNode(database, null)) {
      keyless.sequence();
      String made = keyless.keys.known().get(0);
      keyless.sequence();
      assertEquals(made, keyless.keys.known().get(0));
      SignedNote note = SignedNote.parse(keyless.log.latest().orElseThrow().note());
      assertTrue(note.lineOf(NoteKey.parse(made)).isPresent());
      assertFalse(keyless.keys.fromSettings());
    }
  }

  @Test
  void witnessesSignWhatTheySaw() throws Exception {
    byte[] seed = new byte[32];
    seed[5] = 5;
    NoteKey key = new NoteKey("witness.example", NoteKey.WITNESS, Ed25519.publicKey(seed));
    Witnesses witnesses = witnesses(key.vkey());
    Checkpoint latest = node.log.latest().orElseThrow();
    String text = SignedNote.parse(latest.note()).text();
    String line = cosignature(key, seed, text);
    assertEquals(1, witnesses.accept(text + "\n" + line + "\n"));
    assertEquals(1, witnesses.accept(latest.note() + line + "\n"));
    assertEquals(latest.note() + line + "\n", witnesses.cosigned(latest));
    node.commit();
    String lie = text.replace("encore.example", "other.example");
    for (String refused :
        List.of(latest.note(), "nonsense", lie + "\n" + cosignature(key, seed, lie) + "\n")) {
      assertThrows(CosignatureRefused.class, () -> witnesses.accept(refused));
    }
    assertThrows(CosignatureRefused.class, () -> witnesses("").accept(text + "\n" + line + "\n"));
  }

  private Witnesses witnesses(String vkeys) {
    return new Witnesses(node.sql, node.log, Clock.systemUTC(), Optional.of(vkeys));
  }

  private static String cosignature(NoteKey key, byte[] seed, String text) {
    byte[] signature =
        Ed25519.sign(
            seed, ("cosignature/v1\ntime 1763712000\n" + text).getBytes(StandardCharsets.UTF_8));
    byte[] blob = ByteBuffer.allocate(76).put(key.id()).putLong(1763712000).put(signature).array();
    return "\u2014 " + key.name() + " " + Base64.getEncoder().encodeToString(blob);
  }

  /** No gap, no leaf left, and every proof against the roots that were signed. */
  private void assertTheLogIsRight() throws Exception {
    long size = node.log.size();
    assertEquals(size, node.sql.number("select count(*) from encore.fairness_log"));
    assertEquals(size, node.sql.number("select max(log_index) + 1 from encore.fairness_log"));
    assertEquals(size, node.sql.number("select count(*) from encore.fairness_leaf"));
    List<byte[]> hashes =
        node.sql.list(
            "select body from encore.fairness_leaf l join encore.fairness_log g on g.leaf_id = l.id"
                + " order by log_index",
            row -> MerkleTree.leaf(row.getString(1).getBytes(StandardCharsets.UTF_8)));
    GrowingTree tree = new GrowingTree(0, (level, index) -> null);
    hashes.forEach(tree::add);
    Checkpoint latest = node.log.latest().orElseThrow();
    assertArrayEquals(tree.root(), latest.root());
    Random random = new Random(size);
    for (int i = 0; i < 50; i++) {
      long index = random.nextLong(size);
      assertTrue(
          MerkleTree.includes(
              hashes.get((int) index),
              index,
              size,
              node.log.inclusion(index, size),
              latest.root()));
    }
    List<Long> sizes =
        node.sql.list("select tree_size from encore.fairness_checkpoint", row -> row.getLong(1));
    for (long before : sizes) {
      assertTrue(
          MerkleTree.continues(
              before,
              node.log.at(before).root(),
              size,
              latest.root(),
              node.log.consistency(before, size)));
    }
    node.commit();
  }

  private static void settleWithout(String writers) throws Exception {
    asOwner("update encore.fairness_progress set settled = candidate, writers = '" + writers + "'");
    asOwner(
        "update encore.fairness_progress set settled = (select last_value from encore.fairness_leaf_id_seq)");
  }

  private static void settle(long id) throws Exception {
    asOwner("update encore.fairness_progress set settled = " + id);
  }

  private static void asOwner(String statement) throws Exception {
    try (var connection = database.ownerDataSource(LocalDatabase.NAME).getConnection();
        var run = connection.createStatement()) {
      run.execute(statement);
    }
  }
}
