package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** News of draws from one node to another, over a real PostgreSQL. */
class DrawWireIT {

  private static final String WIRE = "encore-test-wire";

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private static Path dir;

  private static DrawHall hall;

  private final Follower follower = new Follower();
  private Thread node;

  @BeforeAll
  static void publish() throws Exception {
    hall = new DrawHall(dir);
    hall.create(
        DrawHall.banner("wire", DrawHall.NOW.minusSeconds(60), DrawHall.NOW.plusSeconds(60)));
  }

  @AfterAll
  static void stop() throws Exception {
    hall.close();
  }

  @BeforeEach
  void follow() {
    PGSimpleDataSource own = (PGSimpleDataSource) hall.database.appDataSource(LocalDatabase.NAME);
    own.setApplicationName(WIRE);
    node = new Thread(() -> new DrawWire(own).follow(follower));
    node.start();
  }

  @AfterEach
  void leave() throws Exception {
    follower.present = false;
    node.join(10_000);
    assertTrue(!node.isAlive(), "the wire ends with its last follower");
    assertEquals(
        0,
        hall.sql.number("select count(*) from pg_stat_activity where application_name = ?", WIRE),
        "and gives its connection back");
  }

  @Test
  void whatOneNodeDrawsIsToldOnAnother() throws Exception {
    long fan = fan();
    follower.awaitTicks();
    DrawNews news = new DrawNews(hall.sql);
    String first = draw(fan);
    String second = draw(fan);
    news.drawn(fan, first);
    news.drawn(fan, second);
    news.tell();
    assertEquals(fan + " " + first, follower.hear());
    assertEquals(fan + " " + second, follower.hear());
  }

  @Test
  void whoComesIsToldWhatSheMissedAndNothingElse() throws Exception {
    long fan = fan();
    long other = fan();
    String known = draw(fan);
    draw(other);
    String missed = draw(fan);
    String latest = draw(fan);
    follower.come.add(new DrawFollower.Newcomer("page", fan, known));
    assertEquals("page " + missed, follower.hear());
    assertEquals("page " + latest, follower.hear());
    follower.come.add(new DrawFollower.Newcomer("up to date", fan, latest));
    follower.come.add(new DrawFollower.Newcomer("new", other, ""));
    assertTrue(follower.hear().startsWith("new DRW-"), "the one who knows all hears nothing");
  }

  @Test
  void aLostConnectionIsToldAndMadeAnew() throws Exception {
    follower.awaitTicks();
    hall.sql.list(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?",
        row -> row.getBoolean(1),
        WIRE);
    assertEquals("interrupted", follower.hear());
    long fan = fan();
    String missed = draw(fan);
    follower.come.add(new DrawFollower.Newcomer("again", fan, ""));
    assertEquals("again " + missed, follower.hear());
  }

  private static long fan() {
    long fan = hall.account();
    hall.give(fan, 0, 3_000);
    hall.chains(DrawHall.NOW).next(fan, "wire");
    return fan;
  }

  private static String draw(long fan) {
    String key = "k" + DrawHall.NEXT.incrementAndGet();
    DrawPrizes wish = new DrawPrizes("wire", 1, false, null, "seed", key);
    return hall.draws(DrawHall.NOW).draw(fan, wish).code();
  }

  private static final class Follower implements DrawFollower {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> ticks = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Newcomer> come = new ConcurrentLinkedQueue<>();
    private volatile boolean present = true;

    private String hear() throws InterruptedException {
      return heard.poll(20, TimeUnit.SECONDS);
    }

    private void awaitTicks() throws InterruptedException {
      assertTrue(ticks.poll(20, TimeUnit.SECONDS), "the wire listens");
    }

    @Override
    public boolean present() {
      return present;
    }

    @Override
    public Collection<Newcomer> newcomers() {
      List<Newcomer> all = new ArrayList<>();
      for (Newcomer one = come.poll(); one != null; one = come.poll()) {
        all.add(one);
      }
      return all;
    }

    @Override
    public void drawn(long accountId, String code) {
      heard.add(accountId + " " + code);
    }

    @Override
    public void missed(Object key, String code) {
      heard.add(key + " " + code);
    }

    @Override
    public void interrupted() {
      heard.add("interrupted");
    }

    @Override
    public void tick() {
      ticks.add(true);
    }
  }
}
