package fan.encore.gacha;

import fan.encore.collection.Collections;
import fan.encore.collection.ItemKind;
import fan.encore.collection.NewItem;
import fan.encore.collection.Rarity;
import fan.encore.fairness.LogKeys;
import fan.encore.fairness.Sequencing;
import fan.encore.fairness.Transparency;
import fan.encore.local.LocalDatabase;
import fan.encore.shared.Sql;
import fan.encore.shop.DiamondPacks;
import fan.encore.wallet.Ledger;
import fan.encore.wallet.Wallets;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.microprofile.metrics.Counter;

/** The gacha over a real PostgreSQL without a server: transactions as the container makes them. */
final class DrawHall implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  static final AtomicLong NEXT = new AtomicLong();

  final LocalDatabase database;
  final DataSource app;
  final Sql sql;
  final Wallets wallets;
  final Collections collections;
  final CountedDraws counted = new CountedDraws();
  final RefusalTally refusals = new RefusalTally();

  DrawHall(Path dir) throws Exception {
    this(LocalDatabase.start(dir, 0));
  }

  /** Over a database that has no tables yet. */
  DrawHall(LocalDatabase database) {
    this.database = database;
    database.migrate(LocalDatabase.NAME);
    app = database.appDataSource(LocalDatabase.NAME);
    sql = new Sql(app);
    wallets = new Wallets(new Ledger(sql), sql);
    collections = new Collections(sql, Clock.systemUTC());
    sql.update(
        "insert into encore.artist (code, name, tagline, biography, picture_key)"
            + " values ('luna', 'Luna', '', '', 'public/luna')");
  }

  static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  /** A desk that knows nothing of others, as on a server of its own. */
  Draws draws(Instant now) {
    Clock clock = at(now);
    PublishedBanners published = new PublishedBanners(sql, clock);
    return new Draws(
        published,
        desk(clock),
        history(),
        new DrawCounter(counted),
        new DrawNews(sql),
        refusals,
        clock);
  }

  DrawDesk desk(Clock clock) {
    return new DrawDesk(wishes -> transaction(one -> batch(one, clock).make(wishes)));
  }

  private static DrawBatch batch(Sql sql, Clock clock) {
    return new DrawBatch(sql, new SharedStock(sql), new Markets(sql, clock), clock);
  }

  DrawHistory history() {
    return new DrawHistory(sql);
  }

  Chains chains(Instant now) {
    return new Chains(sql, new PublishedBanners(sql, at(now)), at(now));
  }

  /** Publishes a banner and lets the log place its odds. */
  void create(CreateBanner wanted) {
    publish(wanted);
    place();
  }

  /** Publishes a banner whose odds have no place in the log yet. */
  void publish(CreateBanner wanted) {
    transaction(
        one -> {
          Clock clock = at(NOW);
          Publishing publishing = publishing(one, clock);
          new Banners(one, new PublishedBanners(one, clock), publishing, clock).create(wanted);
          return wanted;
        });
  }

  /** Gives all leaves their places in a tree that is signed, as a server with this address does. */
  void sequence(String url) {
    transaction(
        one ->
            new Sequencing(
                    one,
                    new Transparency(one),
                    new LogKeys(one, url, Optional.empty()),
                    Clock.systemUTC())
                .step());
  }

  static Publishing publishing(Sql sql, Clock clock) {
    return new Publishing(
        sql,
        new Collections(sql, clock),
        new Transparency(sql),
        new SharedStock(sql),
        new LawBook(sql, new Markets(sql, clock), new DiamondPacks(sql)),
        clock);
  }

  /** Gives all leaves their places. */
  void place() {
    sql.list("select * from encore.sequence_leaves(100000)", row -> row.getLong(1));
  }

  static CreateBanner banner(String code, Instant opensAt, Instant closesAt) {
    return banner(
        code,
        opensAt,
        closesAt,
        prize(code + "-ssr", Rarity.SSR, 10_000),
        prize(code + "-sr", Rarity.SR, 90_000),
        prize(code + "-r", Rarity.R, 300_000),
        prize(code + "-n", Rarity.N, 600_000));
  }

  static CreateBanner banner(String code, Instant opensAt, Instant closesAt, NewPrize... prizes) {
    return new CreateBanner(
        "luna",
        code,
        "Banner " + code,
        "",
        "public/b",
        opensAt,
        closesAt,
        300,
        2_800,
        List.of(prizes));
  }

  /** Copies of this prize that a fan has already become medals. */
  static NewPrize medalPrize(String code, Rarity rarity, int weight, long medals) {
    return new NewPrize(
        new NewItem(
            code, code, rarity, "public/" + code, ItemKind.DIGITAL, "", null, medals, false),
        weight);
  }

  static NewPrize prize(String code, Rarity rarity, int weight) {
    return new NewPrize(new NewItem(code, code, rarity, "public/" + code), weight);
  }

  /** A grown-up in Japan. */
  long account() {
    return sql.insert(
        "insert into encore.account (email, display_name, language, country, birth_date, status,"
            + " created_at, version) values (?, 'Fan', 'en', 'JP', '1999-01-01', 'ACTIVE', ?, 0) returning id",
        "fan" + NEXT.incrementAndGet() + "@encore.test",
        NOW);
  }

  void give(long fan, long free, long paid) {
    if (free > 0) {
      wallets.grantFree(fan, free, "test.gift", "gift-" + NEXT.incrementAndGet(), "test");
    }
    if (paid > 0) {
      wallets.grantPaid(fan, paid, "test.pack", "pack-" + NEXT.incrementAndGet(), "test");
    }
  }

  /** All statements of the work on one connection, committed together or not at all. */
  <T> T transaction(Function<Sql, T> work) {
    try (Connection connection = app.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.apply(new Sql(holding(connection)));
        connection.commit();
        return result;
      } catch (RuntimeException failed) {
        connection.rollback();
        throw failed;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource holding(Connection connection) {
    Connection open =
        proxy(
            Connection.class,
            (method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(connection, arguments));
    return proxy(DataSource.class, (method, arguments) -> open);
  }

  private interface Answer {
    Object to(Method method, Object[] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            DrawHall.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return answer.to(method, arguments);
              } catch (java.lang.reflect.InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Override
  public void close() throws java.io.IOException {
    database.close();
  }

  static final class CountedDraws implements Counter {
    private final AtomicLong count = new AtomicLong();

    @Override
    public void inc() {
      inc(1);
    }

    @Override
    public void inc(long n) {
      count.addAndGet(n);
    }

    @Override
    public long getCount() {
      return count.get();
    }
  }
}
