package fan.encore.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fan.encore.audit.Audit;
import fan.encore.local.LocalDatabase;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to lots besides being spent, and that the proof notices every damage to them. */
class LotLifeIT {

  @TempDir private static Path folder;
  private static LocalDatabase database;
  private static LedgerHouse house;
  private static final List<String> entered = new ArrayList<>();
  private static Debts debts;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = LocalDatabase.start(folder, 0);
    database.create("life");
    database.migrate("life");
    house = new LedgerHouse(database, "life");
    debts = new Debts(house.sql, new Entered());
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    house.close();
    database.close();
  }

  @Test
  void aRefundAfterSpendingIsOwedAndLocksTheWalletUntilATopUpSettlesIt() {
    long fan = LedgerHouse.fan();
    buy(fan, 100, "first");
    free(fan, 5, null);
    house.wallets.spend(fan, 65, "test.draw", key(), "t");
    buy(fan, 30, "second");
    assertEquals(new Debts.TakenBack(40, 60), takeBack(fan, "first"));
    assertEquals(new DiamondBalance(30, 0), house.wallets.balance(fan));
    assertEquals(60, debts.owed(fan));
    assertThrows(WalletLocked.class, () -> house.wallets.spend(fan, 1, "test.draw", key(), "t"));
    takeBack(fan, "first");
    assertEquals(60, debts.owed(fan), "the same refund again");
    assertEquals(30, debts.settle(fan, key(), "t"));
    assertEquals(30, debts.owed(fan));
    assertThrows(WalletLocked.class, () -> house.wallets.spend(fan, 1, "test.draw", key(), "t"));
    buy(fan, 100, "third");
    assertEquals(30, debts.settle(fan, key(), "t"));
    assertEquals(0, debts.settle(fan, key(), "t"));
    assertEquals(new DiamondBalance(70, 0), house.wallets.balance(fan));
    house.wallets.spend(fan, 1, "test.draw", key(), "t");
    holds();
  }

  @Test
  void anAdministratorFindsADebtAndMayWriteItOff() {
    long fan =
        house.sql.insert(
            "insert into encore.account (email, display_name, language, status, created_at, version)"
                + " values ('haru@encore.test', 'Haru', 'en', 'ACTIVE', now(), 0) returning id");
    buy(fan, 100, "one");
    house.wallets.spend(fan, 100, "test.draw", key(), "t");
    takeBack(fan, "one");
    free(fan, 7, null);
    ListQuery haru = new ListQuery(0, 10, null, false, Map.of("name", "haru"));
    Slice<DebtRow> found = debts.find(haru);
    assertEquals(1, found.total());
    DebtRow row = found.rows().get(0);
    assertEquals(
        new DebtRow(fan, "Haru", 100, 7, "t", row.since()), row, "what she owes, and what she has");
    assertEquals(100, debts.forgive(fan, " A mistake of ours. "));
    assertEquals(List.of(fan + " 100: A mistake of ours."), entered);
    assertEquals(0, debts.owed(fan));
    assertEquals(0, debts.find(haru).total());
    house.wallets.spend(fan, 1, "test.draw", key(), "t");
    assertThrows(NothingOwed.class, () -> debts.forgive(fan, "Again"));
    holds();
  }

  @Test
  void aRefundOfUnspentDiamondsOwesNothingAndTakesOnlyThatPurchase() {
    long fan = LedgerHouse.fan();
    buy(fan, 10, "kept");
    buy(fan, 20, "returned");
    assertEquals(new Debts.TakenBack(20, 0), takeBack(fan, "returned"));
    assertEquals(10, house.wallets.balance(fan).paid());
    assertEquals(new Debts.TakenBack(0, 0), takeBack(fan, "never delivered"));
    house.wallets.spend(fan, 10, "test.draw", key(), "t");
    holds();
  }

  @Test
  void lotsThatEndedBecomeBreakageOnceAndWhatExpiredIsNotOwed() throws Exception {
    long fan = LedgerHouse.fan();
    Instant past = Instant.now().minusSeconds(1);
    free(fan, 3, past);
    free(fan, 4, past);
    free(fan, 5, Instant.now().plus(Duration.ofDays(1)));
    house.wallets.grantPaid(
        fan,
        6,
        "test.buy",
        "deliver:ended" + fan,
        "t",
        new LotTerms("t", "WEB", 6L, "JPY", 6, past));
    int ended =
        LedgerHouse.race(4, () -> (int) house.sql.number("select encore.expire_lots(now(), 100)"))
            .stream()
            .mapToInt(LedgerHouse.Run::answer)
            .sum();
    assertEquals(3, ended);
    assertEquals(new DiamondBalance(0, 5), house.wallets.balance(fan));
    assertEquals(new Debts.TakenBack(0, 0), takeBack(fan, "ended"));
    holds();
  }

  @Test
  void creditsBoughtInAnAppForIosNeverExpire() {
    LotTerms terms =
        new LotTerms("t", LotTerms.IOS, 100L, "JPY", 100, Instant.now().plus(Duration.ofDays(90)));
    assertThrows(
        RuntimeException.class,
        () -> house.wallets.grantPaid(LedgerHouse.fan(), 6, "test.buy", key(), "t", terms));
  }

  @Test
  void theProofNoticesEveryDamageToLots() throws SQLException {
    long fan = LedgerHouse.fan();
    free(fan, 10, null);
    buy(fan, 10, "proof");
    house.wallets.spend(fan, 3, "test.draw", key(), "t");
    String lot =
        "(select max(l.id) from encore.lot l join encore.lot_movement m on m.lot_id = l.id)";
    assertFalse(
        house.tamperedProof(
            "lots_are_what_was_not_moved",
            "update encore.lot set remaining = remaining - 1 where id = " + lot));
    assertFalse(
        house.tamperedProof("lots_are_the_balance", "delete from encore.lot where id = " + lot));
    assertFalse(
        house.tamperedProof(
            "lots_follow_the_journal",
            "update encore.lot_movement set amount = amount + 1 where lot_id = " + lot));
    assertFalse(
        house.tamperedProof(
            "open_lots_have_something_left",
            "alter table encore.lot drop constraint ck_lot_open",
            "update encore.lot set is_open = not is_open where id = " + lot));
    assertFalse(
        house.tamperedProof(
            "locked_who_owes",
            "update encore.ledger_balance set locked = true where account_id = (select id from"
                + " encore.ledger_account where address = 'fan:"
                + fan
                + ":paid:DIA')"));
    holds();
  }

  private static void holds() {
    assertEquals(
        List.of(),
        new LedgerProof(house.sql).prove().stream().filter(check -> !check.holds()).toList());
  }

  private static Debts.TakenBack takeBack(long fan, String name) {
    return debts.takeBack(fan, "deliver:" + name + fan, "shop.refund", "back:" + name + fan, "t");
  }

  private static void buy(long fan, long diamonds, String name) {
    LotTerms terms = new LotTerms("test", LotTerms.WEB, diamonds, "JPY", diamonds, null);
    house.wallets.grantPaid(fan, diamonds, "test.buy", "deliver:" + name + fan, "t", terms);
  }

  private static void free(long fan, long diamonds, Instant expiresAt) {
    LotTerms terms = LotTerms.given("test", expiresAt);
    house.wallets.grantFree(fan, diamonds, "test.gift", key(), "t", terms);
  }

  private static String key() {
    return "key:" + LedgerHouse.fan();
  }

  /** The audit trail, without the code that is another one each time. */
  private static final class Entered extends Audit {
    @Override
    public void record(String action, String subject, String detail) {
      entered.add(subject + detail.substring(detail.indexOf(',') + 1));
    }
  }
}
