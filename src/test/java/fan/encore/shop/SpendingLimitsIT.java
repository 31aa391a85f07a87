package fan.encore.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.shared.Sql;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Monthly limits by age and by own wish, on a real PostgreSQL. */
class SpendingLimitsIT {

  private static final AtomicLong NEXT = new AtomicLong();

  @TempDir private static Path folder;
  private static LocalDatabase database;
  private static Sql sql;

  /** Noon of 21 November 2026 in Tokyo, unless a test moves it. */
  private Instant now = Instant.parse("2026-11-21T03:00:00Z");

  private final SpendingLimits limits = limits(sql);

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = LocalDatabase.start(folder, 0);
    database.migrate(LocalDatabase.NAME);
    sql = new Sql(database.appDataSource(LocalDatabase.NAME));
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @Test
  void fansUpTo15InJapanBuyFor5000YenAMonthAndTheMessageSaysWhatIsLeft() {
    long fan = fan("JP", "2010-11-22");
    order(sql, fan, 4400);
    limits.admit(fan, 600);
    SpendingLimitReached refused =
        assertThrows(SpendingLimitReached.class, () -> limits.admit(fan, 601));
    assertEquals("shop.limit_reached", refused.code());
    assertEquals(List.of("JPY 5000", "JPY 600"), told(refused));
  }

  @Test
  void fansOf16And17InJapanBuyFor20000YenAMonth() {
    long justSixteen = fan("JP", "2010-11-21");
    limits.admit(justSixteen, 20000);
    assertThrows(SpendingLimitReached.class, () -> limits.admit(justSixteen, 20001));
  }

  @Test
  void whoIs18IsOfAgeInJapanSince20220401AndHasNoLimit() {
    limits.admit(fan("JP", "2008-11-21"), 10_000_000);
    assertThrows(
        SpendingLimitReached.class, () -> limits.admit(fan("JP", "2008-11-22"), 10_000_000));
  }

  @Test
  void anUnknownBirthDateBlocksWhereTheMarketDemandsIt() {
    assertThrows(BirthDateNeeded.class, () -> limits.admit(fan("JP", null), 1));
    limits.admit(fan("DE", null), 1_000_000);
    limits.admit(fan(null, null), 1_000_000);
  }

  @Test
  void theMonthIsThatOfTokyoAndRefundedOrdersDoNotCount() {
    long fan = fan("JP", "2012-01-01");
    order(sql, fan, 5000);
    assertThrows(SpendingLimitReached.class, () -> limits.admit(fan, 1));
    now = Instant.parse("2026-11-30T14:59:59Z");
    assertThrows(SpendingLimitReached.class, () -> limits.admit(fan, 1));
    now = Instant.parse("2026-11-30T15:00:00Z");
    limits.admit(fan, 5000);
    now = Instant.parse("2026-11-21T03:00:00Z");
    sql.update("update encore.diamond_order set status = 'REFUNDED' where account_id = ?", fan);
    limits.admit(fan, 5000);
  }

  @Test
  void anOwnLimitIsLoweredAtOnceAndRaisedAfterSevenDays() {
    long fan = fan("JP", "1990-01-01");
    assertNull(limits.of(fan).limit());
    assertEquals(3000, limits.set(fan, 3000L).limit().minor());
    assertEquals(2000, limits.set(fan, 2000L).limit().minor());
    SpendingState raised = limits.set(fan, 9000L);
    assertEquals(2000, raised.limit().minor());
    assertEquals(9000, raised.nextLimit().minor());
    now = now.plus(Duration.ofDays(7)).minusSeconds(1);
    assertThrows(SpendingLimitReached.class, () -> limits.admit(fan, 2001));
    now = now.plusSeconds(1);
    limits.admit(fan, 9000);
    limits.set(fan, null);
    assertThrows(SpendingLimitReached.class, () -> limits.admit(fan, 9001));
    now = now.plus(Duration.ofDays(7));
    limits.admit(fan, 9001);
  }

  @Test
  void anOwnLimitNeverLiftsThatOfAge() {
    long fan = fan("JP", "2012-01-01");
    limits.set(fan, 90_000L);
    assertEquals(5000, limits.of(fan).limit().minor());
  }

  @Test
  void twoPurchasesAtOnceDoNotBothTakeWhatIsLeft() throws Exception {
    long fan = fan("JP", "2012-01-01");
    assertEquals(1, race(fan, true));
    assertEquals(4400, limits.of(fan).spent().minor());
  }

  @Test
  void withoutTheLockTheyWould() throws Exception {
    assertTrue(race(fan("JP", "2012-01-01"), false) > 1);
  }

  /** How many of eight purchases at the same moment pass. */
  private int race(long fan, boolean hold) throws Exception {
    CyclicBarrier start = new CyclicBarrier(8);
    CyclicBarrier looked = new CyclicBarrier(8);
    Callable<Boolean> purchase =
        () -> {
          try (Connection connection = database.appDataSource(LocalDatabase.NAME).getConnection()) {
            connection.setAutoCommit(false);
            Sql own = new Sql(keeping(connection));
            start.await();
            SpendingLimits mine = limits(own);
            if (hold) {
              mine.hold(fan);
            }
            mine.admit(fan, 4400);
            if (!hold) {
              looked.await();
            }
            order(own, fan, 4400);
            connection.commit();
            return true;
          } catch (SpendingLimitReached refused) {
            return false;
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      int passed = 0;
      List<Callable<Boolean>> calls = new ArrayList<>(java.util.Collections.nCopies(8, purchase));
      for (Future<Boolean> done : threads.invokeAll(calls)) {
        passed += done.get() ? 1 : 0;
      }
      return passed;
    } finally {
      threads.shutdownNow();
    }
  }

  private SpendingLimits limits(Sql over) {
    return new SpendingLimits(
        over, ((InstantSource) () -> now).withZone(ZoneOffset.UTC), "Asia/Tokyo");
  }

  private static List<String> told(SpendingLimitReached refused) {
    return java.util.Arrays.stream(refused.arguments())
        .map(fan.encore.shared.Money.class::cast)
        .map(money -> money.currency() + " " + money.minor())
        .toList();
  }

  private static long fan(String country, String born) {
    return sql.insert(
        "insert into encore.account (email, display_name, birth_date, country, language, status, created_at, version)"
            + " values (?, 'Fan', ?::date, ?, 'ja', 'ACTIVE', now(), 0) returning id",
        "limit" + NEXT.incrementAndGet() + "@encore.example",
        born,
        country);
  }

  private void order(Sql over, long fan, long yen) {
    over.update(
        "insert into encore.diamond_order (code, account_id, pack_code, diamonds, bonus, currency, amount_minor,"
            + " call_key, placed_at, value_yen) values (?, ?, 'chest', 3000, 300, 'JPY', ?, ?, ?, ?)",
        "DIA-T" + NEXT.incrementAndGet(),
        fan,
        yen,
        "key" + NEXT.incrementAndGet(),
        now,
        yen);
  }

  private static DataSource keeping(Connection connection) {
    Connection kept =
        (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, values) -> {
                  if (method.getName().equals("close")) {
                    return null;
                  }
                  try {
                    return method.invoke(connection, values);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, values) -> kept);
  }
}
