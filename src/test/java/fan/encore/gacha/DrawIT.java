package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.collection.Collections;
import fan.encore.collection.Item;
import fan.encore.collection.OwnedItem;
import fan.encore.collection.Rarity;
import fan.encore.fairness.Canonical;
import fan.encore.fairness.MerkleTree;
import fan.encore.fairness.SeedStream;
import fan.encore.local.LocalDatabase;
import fan.encore.shared.BusinessError;
import fan.encore.shared.Idempotency.KeyReused;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Sql;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.BalanceTooLow;
import fan.encore.wallet.DiamondBalance;
import fan.encore.wallet.Ledger;
import fan.encore.wallet.Wallets;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The draw against a real PostgreSQL, as the application's own role. */
class DrawIT {

  private static final Instant NOW = DrawHall.NOW;
  private static final AtomicLong NEXT = DrawHall.NEXT;

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private static Path dir;

  private static DrawHall hall;
  private static Sql sql;
  private static Wallets wallets;
  private static Draws draws;
  private static DrawHistory history;
  private static Collections collections;

  private long fan;

  @BeforeAll
  static void publish() throws Exception {
    hall = new DrawHall(dir);
    sql = hall.sql;
    wallets = hall.wallets;
    collections = hall.collections;
    history = hall.history();
    draws = hall.draws(NOW);
    hall.create(DrawHall.banner("open", NOW.minusSeconds(60), NOW.plusSeconds(60)));
    hall.create(DrawHall.banner("upcoming", NOW.plusSeconds(60), NOW.plusSeconds(120)));
    hall.create(DrawHall.banner("closed", NOW.minusSeconds(120), NOW));
  }

  @AfterAll
  static void stop() throws Exception {
    hall.close();
  }

  @BeforeEach
  void newFan() {
    fan = hall.account();
    hall.chains(NOW).next(fan, "open");
  }

  @Test
  void aDrawSpendsFreeDiamondsFirstAndGrantsThePrize() {
    hall.give(fan, 100, 1_000);
    DrawReceipt receipt = draws.draw(fan, wish("open", 1, "k"));
    assertEquals(100, receipt.freeSpent());
    assertEquals(200, receipt.paidSpent());
    assertEquals(new DiamondBalance(800, 0), wallets.balance(fan));
    assertEquals(1, receipt.prizes().size());
    List<OwnedItem> owned = collections.of(fan);
    assertEquals(1, owned.size());
    assertEquals(receipt.prizes().get(0), owned.get(0).item());
    assertEquals(receipt, history.byCode(fan, receipt.code()));
  }

  @Test
  void tenPrizesComeInOneDrawAndAllAreOwned() {
    hall.give(fan, 0, 2_800);
    DrawReceipt receipt = draws.draw(fan, wish("open", 10, "k"));
    assertEquals(10, receipt.prizes().size());
    assertEquals(2_800, receipt.spent());
    assertEquals(10, copies(fan));
    assertEquals(new DiamondBalance(0, 0), wallets.balance(fan));
    assertEquals(receipt, history.byCode(fan, receipt.code()));
    assertEquals(
        receipt.best(), history.of(fan, ListQuery.page(0, 20)).rows().get(0).best().rarity());
  }

  @Test
  void aReceiptBelongsToItsFanAlone() {
    hall.give(fan, 300, 0);
    DrawReceipt receipt = draws.draw(fan, wish("open", 1, "k"));
    assertThrows(DrawNotFound.class, () -> history.byCode(hall.account(), receipt.code()));
  }

  @Test
  void withTooFewDiamondsNothingChanges() {
    hall.give(fan, 200, 99);
    assertThrows(BalanceTooLow.class, () -> draws.draw(fan, wish("open", 1, "k")));
    assertEquals(new DiamondBalance(99, 200), wallets.balance(fan));
    assertEquals(0, drawsOf(fan));
    assertEquals(0, copies(fan));
    hall.give(fan, 1, 0);
    assertEquals(300, draws.draw(fan, wish("open", 1, "k")).spent(), "the key stayed free");
  }

  @Test
  void aBannerDrawsOnlyInItsTime() {
    hall.give(fan, 0, 5_000);
    assertThrows(BannerNotOpenYet.class, () -> draws.draw(fan, wish("upcoming", 1, "k")));
    assertThrows(BannerClosed.class, () -> draws.draw(fan, wish("closed", 1, "k")));
    assertThrows(BannerNotFound.class, () -> draws.draw(fan, wish("nowhere", 1, "k")));
    assertThrows(DrawRefused.class, () -> draws.draw(fan, wish("open", 5, "k")));
    assertEquals(new DiamondBalance(5_000, 0), wallets.balance(fan));
  }

  @Test
  void theSameKeyGivesTheSameReceiptAlsoAfterClosing() {
    hall.give(fan, 0, 5_000);
    DrawReceipt first = draws.draw(fan, wish("open", 1, "k"));
    assertEquals(first, draws.draw(fan, wish("open", 1, "k")));
    Draws tomorrow = hall.draws(NOW.plus(Duration.ofDays(1)));
    assertEquals(first, tomorrow.draw(fan, wish("open", 1, "k")));
    assertThrows(BannerClosed.class, () -> tomorrow.draw(fan, wish("open", 1, "other")));
    assertThrows(KeyReused.class, () -> draws.draw(fan, wish("open", 10, "k")));
    assertThrows(KeyReused.class, () -> tomorrow.draw(fan, wish("open", 10, "k")));
    assertEquals(1, drawsOf(fan));
    assertEquals(new DiamondBalance(4_700, 0), wallets.balance(fan));
  }

  @Test
  void ofSixtyFourDrawsAtOnceExactlyTheTenThatAreAffordableSucceed() throws Exception {
    hall.give(fan, 500, 2_500);
    List<Object> outcomes = atOnce(64, i -> () -> draws.draw(fan, wish("open", 1, "k" + i)));
    assertEquals(10, outcomes.stream().filter(DrawReceipt.class::isInstance).count());
    assertEquals(54, outcomes.stream().filter(BalanceTooLow.class::isInstance).count());
    assertEquals(new DiamondBalance(0, 0), wallets.balance(fan));
    assertEquals(10, drawsOf(fan));
    assertEquals(10, copies(fan));
  }

  @Test
  void oneKeyInSixteenThreadsIsOneDraw() throws Exception {
    hall.give(fan, 0, 5_000);
    List<Object> outcomes = atOnce(16, i -> () -> draws.draw(fan, wish("open", 10, "k")));
    assertEquals(1, new HashSet<>(outcomes).size(), outcomes::toString);
    assertEquals(1, drawsOf(fan));
    assertEquals(10, copies(fan));
    assertEquals(new DiamondBalance(2_200, 0), wallets.balance(fan));
  }

  @Test
  void everyDrawTellsTheLogWhatItTakesToComputeItAgain() {
    hall.give(fan, 0, 5_000);
    Chain chain = hall.chains(NOW).next(fan, "open");
    DrawReceipt first = draws.draw(fan, wish("open", 10, "k"));
    DrawReceipt second = draws.draw(fan, wish("open", 1, "l"));
    hall.chains(NOW).rotate(fan, "open");
    byte[] seed = seedOf(chain.commitment());
    assertEquals(chain.commitment(), SeedStream.commitment(seed));
    State state = State.EMPTY;
    for (DrawReceipt receipt : List.of(first, second)) {
      JsonObject leaf = leaf(receipt);
      Rules rules = Rules.parse(rules(leaf.getString("odds")));
      Play play =
          new Play(
              leaf.getInt("count"), leaf.getBoolean("free"), leaf.getJsonNumber("day").longValue());
      SeedStream luck =
          new SeedStream(
              seed, leaf.getString("clientSeed"), leaf.getJsonNumber("nonce").longValue());
      assertEquals(state.canonical(), Canonical.write(leaf.getJsonObject("before")));
      Outcome again = Engine.draw(rules, state, Stock.NONE, play, luck);
      state = again.after();
      assertEquals(state.canonical(), Canonical.write(leaf.getJsonObject("after")));
      assertEquals(again.items(), receipt.prizes().stream().map(Item::code).toList());
      assertEquals(again.price(), receipt.spent());
      assertEquals(chain.commitment(), leaf.getString("chain"));
      assertEquals(receipt.ledgerTransactionId(), leaf.getJsonNumber("ledger").longValue());
      assertTrue(leaf.getJsonNumber("oddsIndex").longValue() >= 0);
    }
    assertEquals(0, first.nonce());
    assertEquals(1, second.nonce());
  }

  @Test
  void duplicatesOfSuchItemsBecomeMedals() {
    hall.create(
        DrawHall.banner(
            "medals",
            NOW.minusSeconds(60),
            NOW.plusSeconds(60),
            DrawHall.medalPrize("medals-r", Rarity.R, 400_000, 5),
            DrawHall.medalPrize("medals-n", Rarity.N, 600_000, 5)));
    hall.give(fan, 0, 5_600);
    hall.chains(NOW).next(fan, "medals");
    draws.draw(fan, wish("medals", 10, "k"));
    draws.draw(fan, wish("medals", 10, "l"));
    long kept = copies(fan);
    assertTrue(kept <= 2, "one of each at most");
    assertEquals(5 * (20 - kept), new Ledger(sql).balance(AccountRef.medals(fan, luna())));
  }

  @Test
  void aRotatedChainGoesOnWhereTheOneBeforeEnded() {
    hall.give(fan, 0, 5_000);
    draws.draw(fan, wish("open", 1, "k"));
    Chain old = hall.chains(NOW).next(fan, "open");
    Chain next = hall.chains(NOW).rotate(fan, "open");
    assertEquals(old.commitment(), next.previous());
    assertEquals(old.state(), next.state());
    assertEquals(0, next.nextNonce());
    DrawReceipt receipt = draws.draw(fan, wish("open", 1, "l"));
    assertEquals(next.commitment(), receipt.chain());
    assertEquals(2, hall.chains(NOW).of(fan).size());
    assertThrows(ChainNotFound.class, () -> hall.chains(NOW).rotate(fan, "upcoming"));
  }

  @Test
  void aRefusalUsesNoNumberSoTheNextTryHasTheSameOutcome() {
    assertThrows(BalanceTooLow.class, () -> draws.draw(fan, wish("open", 1, "k")));
    hall.give(fan, 0, 300);
    assertEquals(0, draws.draw(fan, wish("open", 1, "k")).nonce());
    assertTrue(
        hall.refusals.take().keySet().stream()
            .anyMatch(why -> why.reason().equals("wallet.balance_too_low")));
  }

  @Test
  void seedsAreToldWhenTheLastBannerOfTheGroupIsOver() {
    hall.give(fan, 0, 300);
    DrawReceipt receipt = draws.draw(fan, wish("open", 1, "k"));
    assertEquals(0, chains(receipt).stream().filter(chain -> chain.seed() != null).count());
    hall.chains(NOW.plus(Duration.ofHours(1))).revealEnded();
    assertEquals(1, chains(receipt).stream().filter(chain -> chain.seed() != null).count());
  }

  @Test
  void aSeedChosenBeforeTheServerCommittedToItsOwnIsRefused() {
    long hasty = hall.account();
    hall.give(hasty, 0, 300);
    assertThrows(CommitmentNotAsked.class, () -> draws.draw(hasty, wish("open", 1, "k")));
    assertEquals(new DiamondBalance(300, 0), wallets.balance(hasty));
    assertEquals(List.of(), hall.chains(NOW).of(hasty), "a refusal opens nothing");
    Chain asked = hall.chains(NOW).next(hasty, "open");
    DrawReceipt receipt = draws.draw(hasty, wish("open", 1, "k"));
    assertEquals(asked.commitment(), receipt.chain());
    assertEquals(0, receipt.nonce());
  }

  @Test
  void whoDoesNotAskDoesNotDisturbThoseWhoDid() throws Exception {
    hall.give(fan, 0, 9_000);
    List<Long> hasty = List.of(hall.account(), hall.account(), hall.account());
    List<Object> outcomes =
        atOnce(
            12,
            i ->
                () ->
                    draws.draw(i % 4 == 0 ? fan : hasty.get(i % 4 - 1), wish("open", 1, "k" + i)));
    assertEquals(3, outcomes.stream().filter(DrawReceipt.class::isInstance).count());
    assertEquals(9, outcomes.stream().filter(CommitmentNotAsked.class::isInstance).count());
  }

  @Test
  void whenTheSeedWasToldTheNextDrawNeedsANewCommitment() {
    hall.give(fan, 0, 600);
    Chain first = hall.chains(NOW).next(fan, "open");
    DrawReceipt receipt = draws.draw(fan, wish("open", 1, "k"));
    tell(first);
    assertThrows(CommitmentNotAsked.class, () -> draws.draw(fan, wish("open", 1, "l")));
    assertEquals(receipt, draws.draw(fan, wish("open", 1, "k")), "what was drawn stays drawn");
    Chain second = hall.chains(NOW).next(fan, "open");
    assertEquals(first.commitment(), second.previous());
    assertEquals(second.commitment(), draws.draw(fan, wish("open", 1, "l")).chain());
  }

  @Test
  void aBannerThatIsOverCommitsToNothingMore() {
    Chains tomorrow = hall.chains(NOW.plus(Duration.ofDays(1)));
    Chain last = hall.chains(NOW).next(fan, "open");
    assertEquals(last, tomorrow.next(fan, "open"));
    tell(last);
    assertThrows(BannerClosed.class, () -> tomorrow.next(fan, "open"));
  }

  /** As the job does when the last banner of a group is over. */
  private static void tell(Chain chain) {
    sql.number(
        "select encore.reveal_chains(array(select id from encore.draw_chain where commitment = ?), ?)",
        chain.commitment(),
        NOW);
  }

  private static long luna() {
    return sql.number("select id from encore.artist where code = 'luna'");
  }

  private List<Chain> chains(DrawReceipt receipt) {
    return hall.chains(NOW).of(fan).stream()
        .filter(chain -> chain.commitment().equals(receipt.chain()))
        .toList();
  }

  @Test
  void drawsAndOddsCannotBeChangedByTheApplication() {
    hall.give(fan, 0, 300);
    draws.draw(fan, wish("open", 1, "k"));
    for (String change :
        List.of(
            "update encore.draw set client_seed = 'x'",
            "update encore.draw_chain set server_seed = '\\x00'",
            "delete from encore.draw_chain",
            "delete from encore.fairness_leaf",
            "update encore.prize set position = 1",
            "delete from encore.odds_table",
            "update encore.item set rarity = 'N'",
            "truncate encore.draw")) {
      assertThrows(Sql.SqlFailed.class, () -> sql.update(change), change);
    }
  }

  @Test
  void notEvenTheOwnerChangesADraw() {
    Sql owner = new Sql(hall.database.ownerDataSource(LocalDatabase.NAME));
    assertThrows(Sql.SqlFailed.class, () -> owner.update("update encore.draw set quantity = 1"));
    assertThrows(Sql.SqlFailed.class, () -> owner.update("update encore.prize set position = 0"));
  }

  @Test
  void oddsThatAreNotWholePublishNothing() {
    assertThrows(
        RulesRefused.class,
        () ->
            hall.create(
                new CreateBanner(
                    "luna",
                    "short",
                    "Short",
                    "",
                    "public/b",
                    NOW,
                    NOW.plusSeconds(60),
                    300,
                    2_800,
                    List.of(DrawHall.prize("short-a", Rarity.N, 999_999)))));
    assertEquals(0, sql.number("select count(*) from encore.banner where code = 'short'"));
    assertEquals(0, sql.number("select count(*) from encore.item where code = 'short-a'"));
  }

  @Test
  void everyDrawIsCounted() {
    hall.give(fan, 0, 5_000);
    long before = hall.counted.getCount();
    draws.draw(fan, wish("open", 10, "k"));
    draws.draw(fan, wish("open", 10, "k"));
    assertEquals(before + 10, hall.counted.getCount());
  }

  private static DrawPrizes wish(String banner, int count, String key) {
    return new DrawPrizes(banner, count, "seed", key);
  }

  private static JsonObject leaf(DrawReceipt receipt) {
    return sql.first(
            "select l.body, l.hash from encore.draw d join encore.fairness_leaf l on l.id = d.leaf_id"
                + " where d.code = ?",
            row -> {
              byte[] body = row.getString(1).getBytes(StandardCharsets.UTF_8);
              assertArrayEquals(MerkleTree.leaf(body), row.getBytes(2));
              return Canonical.read(row.getString(1));
            },
            receipt.code())
        .orElseThrow();
  }

  private static String rules(String hash) {
    return sql.first(
            "select canonical from encore.odds_table where hash = ?", row -> row.getString(1), hash)
        .orElseThrow();
  }

  private static byte[] seedOf(String commitment) {
    String body =
        sql.first(
                "select body from encore.fairness_leaf where kind = 'seed-revealed' and body like ?",
                row -> row.getString(1),
                "%" + commitment + "%")
            .orElseThrow();
    return HexFormat.of().parseHex(Canonical.read(body).getString("seed"));
  }

  private static long drawsOf(long fan) {
    return sql.number("select count(*) from encore.draw where account_id = ?", fan);
  }

  private static long copies(long fan) {
    return collections.of(fan).stream().mapToInt(OwnedItem::copies).sum();
  }

  private interface Task {
    Callable<Object> number(int i);
  }

  /** Starts all at one moment; the outcomes are answers and business errors. */
  private static List<Object> atOnce(int count, Task task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Object>> running = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Callable<Object> one = task.number(i);
      running.add(
          threads.submit(
              () -> {
                start.await();
                try {
                  return one.call();
                } catch (BusinessError refused) {
                  return refused;
                }
              }));
    }
    start.countDown();
    List<Object> outcomes = new ArrayList<>();
    for (Future<Object> future : running) {
      outcomes.add(future.get());
    }
    threads.shutdown();
    return outcomes;
  }
}
