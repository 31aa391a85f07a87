package fan.encore.bench;

import fan.encore.collection.Collections;
import fan.encore.collection.NewItem;
import fan.encore.collection.Rarity;
import fan.encore.fairness.Transparency;
import fan.encore.gacha.Banners;
import fan.encore.gacha.CreateBanner;
import fan.encore.gacha.Design;
import fan.encore.gacha.LawBook;
import fan.encore.gacha.Markets;
import fan.encore.gacha.PublishedBanners;
import fan.encore.gacha.Publishing;
import fan.encore.gacha.SharedStock;
import fan.encore.local.PlainTransactions;
import fan.encore.shared.Sql;
import fan.encore.shop.DiamondPacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * One hundred discs of which every second draw takes one, and ten thousand fans who each draw once:
 * exactly one hundred of them get a disc, all others what was published in its stead.
 */
final class LimitedPrize {

  private static final String BANNER = "one-hundred-discs";
  private static final String DISC = "signed-disc";
  private static final String CARD = "signed-card";
  private static final int DISCS = 100;
  private static final int BUYERS = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private LimitedPrize() {}

  /** True when as many were sold as there were, and everybody was served. */
  static boolean sell(String url, DataSource database, List<Stage.Fan> fans) throws Exception {
    try (PlainTransactions transactions = new PlainTransactions(database, 1)) {
      transactions.run(() -> publish(new Sql(transactions.dataSource())));
    }
    Crowd.ask(database, BANNER, fans);
    awaitOpening(url, fans.get(0));
    long begin = System.nanoTime();
    int served = 1 + everybody(url, fans);
    double seconds = (System.nanoTime() - begin) / 1e9;
    long sold =
        new Sql(database)
            .number(
                "select count(*) from encore.draw d join encore.banner b on b.id = d.banner_id"
                    + " cross join unnest(d.items) as drawn (id) join encore.item i on i.id = drawn.id"
                    + " where b.code = ? and i.code = ?",
                BANNER,
                DISC);
    System.out.printf(
        "%d of %d fans drew in %.1f s, %d of %d limited prizes are sold.%n",
        served, fans.size(), seconds, sold, DISCS);
    return served == fans.size() && sold == DISCS;
  }

  private static void publish(Sql sql) {
    Clock clock = Clock.systemUTC();
    Design.Entry disc = new Design.Entry(DISC, "SSR", 500_000, false, 0, false, DISCS, CARD);
    Design design =
        Design.simple(
            BANNER,
            "Asia/Tokyo",
            List.of("SSR", "N"),
            List.of(disc, Design.Entry.of(CARD, "N", 500_000)),
            List.of(new Design.Price(1, 300)));
    CreateBanner wanted =
        new CreateBanner(
            sql.first("select code from encore.artist limit 1", row -> row.getString(1))
                .orElseThrow(),
            BANNER,
            "One Hundred Discs",
            "",
            "public/banner",
            Instant.now().minusSeconds(1),
            Instant.now().plusSeconds(86_400),
            List.of(
                new NewItem(DISC, "Signed disc", Rarity.SSR, "public/disc"),
                new NewItem(CARD, "Signed card", Rarity.N, "public/card")),
            design,
            Set.of());
    Publishing publishing =
        new Publishing(
            sql,
            new Collections(sql, clock),
            new Transparency(sql),
            new SharedStock(sql),
            new LawBook(sql, new Markets(sql, clock), new DiamondPacks(sql)),
            clock);
    new Banners(sql, new PublishedBanners(sql, clock), publishing, clock).create(wanted);
  }

  /** A banner can be drawn from when its odds are in the log, a second later. */
  private static void awaitOpening(String url, Stage.Fan first) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    try (Wire wire = new Wire(url)) {
      Wire.Answer answer = OverHttp.draw(wire, first, BANNER, 1);
      while (!answer.isGood() && Instant.now().isBefore(end)) {
        Thread.sleep(200);
        answer = OverHttp.draw(wire, first, BANNER, 1);
      }
      Stage.good(answer);
    }
  }

  private static int everybody(String url, List<Stage.Fan> fans) throws InterruptedException {
    AtomicInteger next = new AtomicInteger(1);
    AtomicInteger served = new AtomicInteger();
    List<Thread> buyers =
        IntStream.range(0, BUYERS)
            .mapToObj(i -> new Thread(() -> served.addAndGet(buy(url, fans, next)), "buyer-" + i))
            .toList();
    buyers.forEach(Thread::start);
    for (Thread buyer : buyers) {
      buyer.join();
    }
    return served.get();
  }

  private static int buy(String url, List<Stage.Fan> fans, AtomicInteger next) {
    int served = 0;
    try (Wire wire = new Wire(url)) {
      for (int i = next.getAndIncrement(); i < fans.size(); i = next.getAndIncrement()) {
        Stage.good(OverHttp.draw(wire, fans.get(i), BANNER, 1));
        served++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return served;
  }
}
