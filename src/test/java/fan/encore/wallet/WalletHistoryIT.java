package fan.encore.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.local.LocalDatabase;
import fan.encore.shared.Slice;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fan's statement on a real PostgreSQL: filtered, by lot, by month. */
class WalletHistoryIT {

  @TempDir private static Path folder;
  private static LocalDatabase database;
  private static LedgerHouse house;
  private static WalletHistory history;
  private static long fan;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = LocalDatabase.start(folder, 0);
    database.create("history");
    database.migrate("history");
    house = new LedgerHouse(database, "history");
    history = new WalletHistory(house.sql, "Asia/Tokyo");
    fan = house.fanWith(10);
    house.wallets.grantPaid(fan, 100, "test.buy", "buy:" + fan, "BUY");
    house.wallets.spend(fan, 25, "test.draw", "draw:" + fan, "DRAW");
    house.fanWith(99);
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    house.close();
    database.close();
  }

  @Test
  void everyLineHasItsRunningBalanceNewestFirst() {
    Slice<WalletEntry> all = history.entries(fan, EntryFilter.ALL, 0, 10);
    assertEquals(4, all.total());
    assertEquals(
        List.of(85L, 0L, 100L, 10L), all.rows().stream().map(WalletEntry::balanceAfter).toList());
    assertEquals(
        List.of(100L),
        history.entries(fan, EntryFilter.ALL, 2, 1).rows().stream()
            .map(WalletEntry::balanceAfter)
            .toList());
  }

  @Test
  void filtersNarrowItByPurseKindAndPeriod() {
    Instant now = Instant.now();
    assertEquals(2, count(new EntryFilter("paid", null, null, null)));
    assertEquals(2, count(new EntryFilter(null, "test.draw", null, null)));
    assertEquals(1, count(new EntryFilter("free", "test.draw", null, null)));
    assertEquals(0, count(new EntryFilter(null, null, now.plus(Duration.ofDays(1)), null)));
    assertEquals(4, count(new EntryFilter(null, null, now.minus(Duration.ofDays(1)), null)));
    assertEquals(List.of("test.buy", "test.draw", "test.gift"), history.kinds(fan));
  }

  @Test
  void lotsWithSomethingLeftAreListedInTheOrderOfSpending() {
    List<LotRow> lots = history.lots(fan);
    assertEquals(1, lots.size());
    assertEquals(85, lots.get(0).remaining());
    assertEquals("paid", lots.get(0).purse());
  }

  @Test
  void aMonthLeadsFromItsOpeningToItsClosingBalance() {
    YearMonth month = YearMonth.now(ZoneId.of("Asia/Tokyo"));
    assertEquals(
        List.of(
            new MonthStatement.Purse("paid", 0, 100, 15, 85),
            new MonthStatement.Purse("free", 0, 10, 10, 0)),
        history.statement(fan, month).purses());
    assertEquals(4, history.statement(fan, month).entries().size());
    MonthStatement next = history.statement(fan, month.plusMonths(1));
    assertEquals(new MonthStatement.Purse("paid", 85, 0, 0, 85), next.purses().get(0));
    assertEquals(List.of(), next.entries());
  }

  private static long count(EntryFilter filter) {
    return history.entries(fan, filter, 0, 10).total();
  }
}
