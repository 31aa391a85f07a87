package fan.encore.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fan.encore.collection.Downloads;
import fan.encore.collection.DownloadsUsedUp;
import fan.encore.collection.Item;
import fan.encore.collection.ItemKind;
import fan.encore.collection.ItemNotFound;
import fan.encore.collection.NothingToDownload;
import fan.encore.local.LocalDatabase;
import fan.encore.shared.Sql;
import fan.encore.storage.FileShelf;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets a link to a file, how often, and that each is written down. */
class DownloadIT {

  private static final int HANDS = 16;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static Stall stall;

  private long fan;
  private Item song;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    stall = new Stall(database.appDataSource(LocalDatabase.NAME), HANDS);
  }

  @AfterAll
  static void stop() throws Exception {
    stall.close();
    database.close();
  }

  @BeforeEach
  void aFanWithASong() throws Exception {
    fan = stall.fan(0);
    song = stall.song();
    stall.grant(fan, song, 1);
  }

  @Test
  void anOwnerGetsALinkOfHerOwnAndItIsWrittenDown() throws Exception {
    URI link = link(fan);
    assertEquals("/shelf/" + song.code() + ".wav", link.getPath());
    assertEquals("PT5M", link.getQuery(), "it ends in five minutes");
    assertEquals(1, written(fan));
  }

  @Test
  void nobodyElseGetsOne() throws Exception {
    long stranger = stall.fan(0);
    assertThrows(ItemNotFound.class, () -> link(stranger));
    assertEquals(0, written(stranger));
    Item badge = stall.item(ItemKind.BADGE, false);
    stall.grant(fan, badge, 1);
    song = badge;
    assertThrows(NothingToDownload.class, () -> link(fan));
  }

  @Test
  void whoGaveItAwayGetsNoMore() throws Exception {
    long friend = stall.fan(0);
    String code = stall.transactions.call(() -> stall.pages.of(friend)).code();
    String gift = stall.transactions.call(() -> stall.gifts.offer(fan, song.code(), code));
    stall.transactions.run(() -> stall.gifts.accept(friend, gift));
    assertThrows(ItemNotFound.class, () -> link(fan));
    link(friend);
    assertEquals(1, written(friend));
  }

  @Test
  void tenLinksADayHoweverManyHandsSheHas() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(HANDS);
    List<Callable<Boolean>> hands = new ArrayList<>();
    for (int hand = 0; hand < HANDS; hand++) {
      hands.add(
          () -> {
            try {
              link(fan);
              return true;
            } catch (DownloadsUsedUp refused) {
              return false;
            }
          });
    }
    int given = 0;
    for (Future<Boolean> one : threads.invokeAll(hands)) {
      given += one.get() ? 1 : 0;
    }
    threads.shutdown();
    assertEquals(Downloads.LINKS, given);
    assertEquals(Downloads.LINKS, written(fan));
    stall.pass(Duration.ofDays(1).plusSeconds(1));
    link(fan);
    assertEquals(Downloads.LINKS + 1, written(fan));
  }

  @Test
  void whatWasWrittenDownStays() throws Exception {
    link(fan);
    assertThrows(
        Sql.SqlFailed.class,
        () -> stall.transactions.run(() -> stall.sql.update("delete from encore.item_download")));
  }

  private URI link(long asking) throws Exception {
    return stall.transactions.call(
        () -> new Downloads(stall.sql, stall.clock, new Shelf()).link(asking, song.code()));
  }

  private long written(long asking) throws Exception {
    return stall.number(
        "select count(*) from encore.item_download d join encore.item i on i.id = d.item_id"
            + " where d.account_id = ? and i.code = ?",
        asking,
        song.code());
  }

  /** Says in its links what was asked of it. */
  private static final class Shelf implements FileShelf {
    @Override
    public void put(String key, String contentType, byte[] bytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public URI link(String key, String fileName, Duration life) {
      return URI.create("/shelf/" + fileName + "?" + life);
    }
  }
}
