package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.collection.NewItem;
import fan.encore.collection.Rarity;
import fan.encore.shared.Sql;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Sixty-four fans on two nodes want the ten signed discs that a banner holds for all of them. */
class SharedStockRaceIT {

  private static final int FANS = 64;
  private static final int DISCS = 10;

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private static Path dir;

  private static DrawHall hall;

  @BeforeAll
  static void open() throws Exception {
    hall = new DrawHall(dir);
  }

  @AfterAll
  static void close() throws Exception {
    hall.close();
  }

  @Test
  void exactlyTenFansGetADiscAndAllOthersWhatWasPublishedInstead() throws Exception {
    List<Object> outcomes = race("locked", FANS, DISCS, SharedStock::new);
    assertEquals(DISCS, discs(outcomes));
    assertEquals(FANS, answered(outcomes), outcomes::toString);
    assertEquals(0, remaining("locked"));
    assertEquals(DISCS, drawn("locked"));
  }

  @Test
  void withoutTheLockOneDiscIsPromisedTwiceAndOnlyTheDatabaseRefusesIt() throws Exception {
    CountDownLatch bothSaw = new CountDownLatch(2);
    List<Object> outcomes = race("unlocked", 2, 1, sql -> new Unlocked(sql, bothSaw));
    assertEquals(1, answered(outcomes), outcomes::toString);
    assertEquals(1, discs(outcomes));
    assertEquals(0, remaining("unlocked"), "even then nothing is oversold");
  }

  /** Sees what is there without holding it, and goes on when the other has seen it too. */
  private static final class Unlocked extends SharedStock {
    private final CountDownLatch bothSaw;

    Unlocked(Sql sql, CountDownLatch bothSaw) {
      super(sql);
      this.bothSaw = bothSaw;
    }

    @Override
    public Shelf lock(List<Banner> banners) {
      Shelf seen = look(banners);
      bothSaw.countDown();
      try {
        bothSaw.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return seen;
    }
  }

  private interface StockOf {
    SharedStock over(Sql sql);
  }

  private static List<Object> race(String code, int fanCount, int discs, StockOf stock)
      throws Exception {
    hall.create(banner(code, discs));
    List<Draws> nodes = Stream.generate(() -> node(stock)).limit(2).toList();
    List<Callable<Object>> fans = new ArrayList<>();
    for (int i = 0; i < fanCount; i++) {
      long fan = hall.account();
      hall.give(fan, 0, 300);
      hall.chains(DrawHall.NOW).next(fan, code);
      Draws node = nodes.get(i % nodes.size());
      fans.add(
          () -> {
            try {
              return node.draw(fan, new DrawPrizes(code, 1, "seed", "k"));
            } catch (RuntimeException failed) {
              return failed;
            }
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(fanCount);
    List<Object> outcomes = new ArrayList<>();
    for (Future<Object> future : threads.invokeAll(fans)) {
      outcomes.add(future.get());
    }
    threads.shutdown();
    return outcomes;
  }

  private static Draws node(StockOf stock) {
    Clock clock = DrawHall.at(DrawHall.NOW);
    DrawDesk desk =
        new DrawDesk(
            wishes ->
                hall.transaction(
                    one ->
                        new DrawBatch(one, stock.over(one), new Markets(one, clock), clock)
                            .make(wishes)));
    return new Draws(
        new PublishedBanners(hall.sql, clock),
        desk,
        hall.history(),
        new DrawCounter(hall.counted),
        new DrawNews(hall.sql),
        hall.refusals,
        clock);
  }

  /** Everybody hits the disc; the card is what is given when the discs are gone. */
  private static CreateBanner banner(String code, int discs) {
    Design plain =
        Design.simple(
            code,
            "Asia/Tokyo",
            List.of("SSR", "N"),
            List.of(
                new Design.Entry(
                    code + "-disc", "SSR", 999_999, false, 0, false, discs, code + "-card"),
                Design.Entry.of(code + "-card", "N", 1)),
            List.of(new Design.Price(1, 300)));
    return new CreateBanner(
        "luna",
        code,
        "Signed discs",
        "",
        "public/b",
        DrawHall.NOW.minusSeconds(60),
        DrawHall.NOW.plusSeconds(60),
        List.of(
            new NewItem(code + "-disc", "Signed disc", Rarity.SSR, "public/disc"),
            new NewItem(code + "-card", "Card", Rarity.N, "public/card")),
        plain,
        Set.of());
  }

  private static long answered(List<Object> outcomes) {
    return outcomes.stream().filter(DrawReceipt.class::isInstance).count();
  }

  private static long discs(List<Object> outcomes) {
    return outcomes.stream()
        .filter(DrawReceipt.class::isInstance)
        .map(DrawReceipt.class::cast)
        .filter(receipt -> receipt.prizes().get(0).rarity() == Rarity.SSR)
        .count();
  }

  private static long remaining(String code) {
    return hall.sql.number(
        "select remaining from encore.banner_stock s join encore.banner b on b.id = s.banner_id"
            + " where b.code = ?",
        code);
  }

  private static long drawn(String code) {
    return hall.sql.number(
        "select count(*) from encore.draw d join encore.banner b on b.id = d.banner_id"
            + " cross join unnest(d.items) as p (item_id) join encore.item i on i.id = p.item_id"
            + " where b.code = ? and i.rarity = 'SSR'",
        code);
  }
}
