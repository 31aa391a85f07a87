package fan.encore.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spending many fans' diamonds in one statement, lot by lot, on a real PostgreSQL. */
class SpendManyIT {

  private record Wish(long account, long amount, boolean paidOnly, String key) {}

  private record Answer(Long transaction, Long free, Long paid, String lots, String refusal) {}

  @TempDir private static Path folder;
  private static LocalDatabase database;
  private static LedgerHouse house;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = LocalDatabase.start(folder, 0);
    database.create("lots");
    database.migrate("lots");
    house = new LedgerHouse(database, "lots");
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    house.close();
    database.close();
  }

  @Test
  void freeOnesGoFirstThenTheSoonestToExpireThenTheDearestThenTheOldest() {
    long fan = LedgerHouse.fan();
    Instant soon = Instant.now().plus(Duration.ofDays(1));
    Instant late = Instant.now().plus(Duration.ofDays(9));
    long paidNever = paid(fan, 10, 100, null);
    long paidDear = paid(fan, 10, 300, late);
    long paidCheap = paid(fan, 10, 200, late);
    long paidCheapToo = paid(fan, 10, 200, late);
    long paidSoon = paid(fan, 10, 1, soon);
    long freeNever = free(fan, 10, null);
    long freeLate = free(fan, 10, late);
    long freeSoon = free(fan, 10, soon);
    List<Long> order =
        List.of(
            freeSoon, freeLate, freeNever, paidSoon, paidDear, paidCheap, paidCheapToo, paidNever);
    assertEquals(
        "[[%d, 10], [%d, 5]]".formatted(order.get(0), order.get(1)),
        spend(new Wish(fan, 15, false, key())).lots());
    assertEquals(
        "[[%d, 5], [%d, 10], [%d, 10], [%d, 10], [%d, 10]]"
            .formatted(order.get(1), order.get(2), order.get(3), order.get(4), order.get(5)),
        spend(new Wish(fan, 45, false, key())).lots());
    assertEquals(
        "[[%d, 10], [%d, 10]]".formatted(order.get(6), order.get(7)),
        spend(new Wish(fan, 20, false, key())).lots());
    holds();
  }

  @Test
  void paidOnlyLeavesFreeOnesAlone() {
    long fan = LedgerHouse.fan();
    free(fan, 100, null);
    long lot = paid(fan, 7, 70, null);
    assertEquals("wallet.balance_too_low", spend(new Wish(fan, 8, true, key())).refusal());
    Answer answer = spend(new Wish(fan, 7, true, key()));
    assertEquals("[[%d, 7]]".formatted(lot), answer.lots());
    assertEquals(0, answer.free());
    assertEquals(7, answer.paid());
  }

  @Test
  void whatHasExpiredCannotBeSpentThoughTheBalanceStillShowsIt() {
    long fan = LedgerHouse.fan();
    free(fan, 5, null);
    free(fan, 10, Instant.now().minusSeconds(1));
    assertEquals(15, house.free(fan));
    assertEquals("wallet.balance_too_low", spend(new Wish(fan, 6, false, key())).refusal());
    assertThrows(BalanceTooLow.class, () -> house.take(fan, 6, key()));
    assertEquals(null, spend(new Wish(fan, 5, false, key())).refusal());
    holds();
  }

  @Test
  void aRefusedWishLeavesItsNeighboursAlone() {
    long rich = house.fanWith(100);
    long poor = house.fanWith(1);
    long stranger = LedgerHouse.fan();
    long locked = LedgerHouse.fan();
    house.wallets.grantPaid(locked, 50, "test.buy", "bought:" + locked, "t");
    house.wallets.spend(locked, 50, "test.draw", key(), "t");
    new Debts(house.sql, null).takeBack(locked, "bought:" + locked, "test.refund", key(), "t");
    free(locked, 100, null);
    List<Answer> answers =
        spend(
            List.of(
                new Wish(rich, 30, false, key()),
                new Wish(poor, 30, false, key()),
                new Wish(stranger, 1, false, key()),
                new Wish(locked, 1, false, key()),
                new Wish(LedgerHouse.fan(), 0, false, key())));
    assertEquals(
        java.util.Arrays.asList(
            null, "wallet.balance_too_low", "wallet.balance_too_low", "wallet.locked", null),
        answers.stream().map(Answer::refusal).toList());
    assertEquals(70, house.free(rich));
    assertEquals(1, house.free(poor));
    assertEquals(new Answer(null, null, null, "[]", null), answers.get(4));
    assertThrows(WalletLocked.class, () -> house.wallets.spend(locked, 1, "test.draw", key(), "t"));
    holds();
  }

  @Test
  void aKeyThatComesAgainAnswersAsItDid() {
    long fan = house.fanWith(10);
    paid(fan, 10, 10, null);
    Wish wish = new Wish(fan, 12, false, key());
    Answer first = spend(wish);
    assertEquals(first, spend(wish));
    assertEquals(8, house.wallets.balance(fan).total());
    assertThrows(
        RuntimeException.class, () -> spend(new Wish(house.fanWith(12), 12, false, wish.key())));
  }

  @Test
  void crowdsSpendEveryDiamondOnceAndTheProofHolds() throws Exception {
    List<Long> fans = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      long fan = house.fanWith(20);
      paid(fan, 13, 26, null);
      paid(fan, 17, 26, Instant.now().plusSeconds(3600));
      fans.add(fan);
    }
    List<Callable<Long>> calls = new ArrayList<>();
    Random random = new Random(7);
    for (int call = 0; call < 200; call++) {
      List<Wish> wishes = new ArrayList<>();
      for (long fan : fans) {
        if (random.nextInt(3) == 0) {
          wishes.add(new Wish(fan, random.nextInt(5), random.nextInt(4) == 0, key()));
        }
      }
      java.util.Collections.shuffle(wishes, random);
      calls.add(
          () ->
              spend(wishes).stream()
                  .filter(answer -> answer.refusal() == null && answer.transaction() != null)
                  .mapToLong(answer -> answer.free() + answer.paid())
                  .sum());
    }
    List<LedgerHouse.Run<Long>> runs = LedgerHouse.together(8, calls);
    assertTrue(runs.stream().allMatch(run -> run.thrown() == null), runs::toString);
    long spent = runs.stream().mapToLong(LedgerHouse.Run::answer).sum();
    long left = fans.stream().mapToLong(fan -> house.wallets.balance(fan).total()).sum();
    assertEquals(40 * 50, spent + left);
    holds();
  }

  @Test
  void medalsOfTwoArtistsNeverMix() {
    long fan = LedgerHouse.fan();
    long other = LedgerHouse.fan();
    String again = key();
    for (int i = 0; i < 2; i++) {
      house.sql.first(
          "select encore.grant_medals_many(?, ?, ?, ?, ?, ?)",
          row -> true,
          new Long[] {fan, other, fan, fan},
          new Long[] {1L, 1L, 2L, 1L},
          new Long[] {5L, 6L, 7L, 8L},
          "gacha.duplicate",
          new String[] {again + "a", again + "b", again + "c", again + "d"},
          new String[] {"t", "t", "t", "t"});
    }
    assertEquals(13, house.ledger.balance(AccountRef.medals(fan, 1)));
    assertEquals(7, house.ledger.balance(AccountRef.medals(fan, 2)));
    assertEquals(6, house.ledger.balance(AccountRef.medals(other, 1)));
    assertThrows(
        PostingRefused.class,
        () ->
            house.ledger.post(
                Posting.of(
                    "test.mix",
                    key(),
                    "t",
                    Transfer.of(AccountRef.medals(fan, 1), AccountRef.medalsSpent(2), 1))));
    holds();
  }

  private static void holds() {
    assertEquals(
        List.of(),
        new LedgerProof(house.sql).prove().stream().filter(check -> !check.holds()).toList());
  }

  private static long free(long fan, long diamonds, Instant expiresAt) {
    return lot(
        house.wallets.grantFree(
            fan, diamonds, "test.gift", key(), "t", LotTerms.given("test", expiresAt)));
  }

  private static long paid(long fan, long diamonds, long yen, Instant expiresAt) {
    LotTerms terms = new LotTerms("test", LotTerms.WEB, yen, "JPY", yen, expiresAt);
    return lot(house.wallets.grantPaid(fan, diamonds, "test.buy", key(), "t", terms));
  }

  private static long lot(long transaction) {
    return house.sql.number("select id from encore.lot where transaction_id = ?", transaction);
  }

  private static String key() {
    return "key:" + LedgerHouse.fan();
  }

  private static Answer spend(Wish wish) {
    return spend(List.of(wish)).get(0);
  }

  private static List<Answer> spend(List<Wish> wishes) {
    String booleans =
        wishes.stream()
            .map(wish -> Boolean.toString(wish.paidOnly()))
            .collect(Collectors.joining(",", "{", "}"));
    return house.sql.list(
        "select * from encore.spend_many(?, ?, ?::boolean[], 'test.draw', ?, ?)",
        row ->
            new Answer(
                fan.encore.shared.Sql.nullableLong(row, "transaction_id"),
                fan.encore.shared.Sql.nullableLong(row, "free_spent"),
                fan.encore.shared.Sql.nullableLong(row, "paid_spent"),
                row.getString("lots"),
                row.getString("refusal")),
        wishes.stream().map(Wish::account).toArray(Long[]::new),
        wishes.stream().map(Wish::amount).toArray(Long[]::new),
        booleans,
        wishes.stream().map(Wish::key).toArray(String[]::new),
        wishes.stream().map(wish -> "t").toArray(String[]::new));
  }
}
