package fan.encore.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.collection.Item;
import fan.encore.collection.ItemKind;
import fan.encore.collection.PostalAddress;
import fan.encore.collection.ShipmentRow;
import fan.encore.local.LocalDatabase;
import fan.encore.promo.VoucherTerms;
import fan.encore.shared.BusinessError;
import fan.encore.shared.Idempotency;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import fan.encore.wallet.WalletLocked;
import fan.encore.wallet.Wallets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Medals for rewards, on a real PostgreSQL as the application's role. */
class ExchangeIT {

  private static final int FANS = 64;
  private static final int PIECES = 10;
  private static final PostalAddress HOME =
      new PostalAddress("Mika Tanaka", "150-0001", "Tokyo", "Shibuya", "1-2-3", "JP", null);

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static Stall stall;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    database.copy(LocalDatabase.NAME, "unguarded");
    stall = new Stall(database.appDataSource(LocalDatabase.NAME), FANS);
  }

  @AfterAll
  static void stop() throws Exception {
    stall.close();
    database.close();
  }

  @Test
  void aRedemptionSpendsMedalsAndGivesTheItem() throws Exception {
    Item item = stall.item(ItemKind.DIGITAL, false);
    String reward = stall.offer(stall.wanted(item, 5, 3));
    long fan = stall.fan(25);
    Redemption got = redeem(fan, reward, 2, "k");
    assertEquals(20, got.medals());
    assertEquals(5, stall.medals(fan));
    assertEquals(2, stall.copies(fan, item));
    assertEquals(got, redeem(fan, reward, 2, "k"), "the same key answers the same");
    assertEquals(5, stall.medals(fan));
    assertThrows(Idempotency.KeyReused.class, () -> redeem(fan, reward, 1, "k"));
    assertThrows(TooFewMedals.class, () -> redeem(fan, reward, 1, "too few"));
    assertEquals(2, stall.copies(fan, item));
  }

  @Test
  void whoOwesDiamondsExchangesNoMedals() throws Exception {
    Item item = stall.item(ItemKind.DIGITAL, false);
    String reward = stall.offer(stall.wanted(item, 5, 3));
    long fan = stall.fan(25);
    stall.owe(fan, 300);
    assertThrows(WalletLocked.class, () -> redeem(fan, reward, 1, "k"));
    assertEquals(25, stall.medals(fan));
    stall.transactions.run(
        () ->
            new Wallets(stall.ledger, stall.sql).grantFree(fan, 300, "test.gift", "g" + fan, "t"));
    stall.transactions.run(() -> stall.debts.settleNow(fan));
    assertEquals(1, redeem(fan, reward, 1, "k").quantity(), "the key stayed free");
  }

  @Test
  void sixtyFourFansGetTheTenPiecesAndNoMore() throws Exception {
    assertEquals(PIECES, race(stall));
  }

  @Test
  void theSameRaceWithoutTheLockOversells() throws Exception {
    try (Connection connection = database.ownerDataSource("unguarded").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter table encore.reward drop constraint ck_reward_stock");
      statement.execute(
          """
          create or replace function encore.take_reward(p_reward bigint, p_account bigint, p_quantity integer)
          returns text language plpgsql as $$
          begin
            if (select stock from encore.reward where id = p_reward) < p_quantity then
              return 'SOLD_OUT';
            end if;
            perform pg_sleep(0.05);
            update encore.reward set stock = stock - p_quantity where id = p_reward;
            return null;
          end
          $$""");
    }
    try (Stall unguarded = new Stall(database.appDataSource("unguarded"), FANS)) {
      long redeemed = race(unguarded);
      assertTrue(redeemed > PIECES, "The race is no race: it gave only " + redeemed);
    }
  }

  @Test
  void nobodyGetsMoreThanHerLimitHoweverManyHandsSheHas() throws Exception {
    Item item = stall.item(ItemKind.BADGE, false);
    String reward = stall.offer(stall.wanted(item, 1_000, 3));
    long fan = stall.fan(10_000);
    long redeemed = atOnce(hand -> redeem(fan, reward, 1, "hand" + hand));
    assertEquals(3, redeemed);
    assertEquals(3, stall.copies(fan, item));
    assertEquals(10_000 - 30, stall.medals(fan), "what was refused cost nothing");
  }

  @Test
  void oneKeyUsedByManyAtOnceIsOneRedemption() throws Exception {
    Item item = stall.item(ItemKind.COUPON, false);
    String reward = stall.offer(stall.wanted(item, 100, 100));
    long fan = stall.fan(1_000);
    assertEquals(FANS, atOnce(hand -> redeem(fan, reward, 1, "same")));
    assertEquals(1, stall.copies(fan, item));
    assertEquals(990, stall.medals(fan));
  }

  @Test
  void aRewardIsRedeemedOnlyInItsTime() throws Exception {
    String reward = stall.offer(stall.wanted(stall.item(ItemKind.MEDAL, false), 5, 5));
    long fan = stall.fan(100);
    stall.pass(Duration.ofHours(-1));
    assertThrows(RewardNotOpen.class, () -> redeem(fan, reward, 1, "early"));
    stall.pass(Duration.ofHours(3));
    assertThrows(RewardNotOpen.class, () -> redeem(fan, reward, 1, "late"));
    stall.pass(Duration.ofHours(-2));
    stall.transactions.run(() -> stall.studio.withdraw(1, Stall.ARTIST, reward, true));
    assertThrows(RewardNotOpen.class, () -> redeem(fan, reward, 1, "withdrawn"));
  }

  @Test
  void aRewardForHoldersIsSeenByHoldersOnly() throws Exception {
    Item ticket = stall.item(ItemKind.BADGE, false);
    String reward =
        stall.offer(stall.wanted(stall.item(ItemKind.DIGITAL, false), 5, 5, ticket.code()));
    long fan = stall.fan(100);
    assertThrows(RewardNotFound.class, () -> redeem(fan, reward, 1, "k"));
    stall.grant(fan, ticket, 1);
    assertEquals(1, redeem(fan, reward, 1, "k").quantity());
  }

  @Test
  void noRewardForCompletingASetOfPaidDrawItems() throws Exception {
    Item drawn = stall.item(ItemKind.DIGITAL, false);
    Item other = stall.item(ItemKind.DIGITAL, false);
    Item prize = stall.item(ItemKind.DIGITAL, false);
    intoPaidDraw(drawn);
    OfferReward forTheSet = stall.wanted(prize, 5, 5, drawn.code(), other.code());
    assertThrows(CompletesPaidSet.class, () -> stall.offer(forTheSet));
    assertEquals(
        0, stall.number("select count(*) from encore.reward where code = ?", forTheSet.code()));
    stall.offer(stall.wanted(prize, 5, 5, drawn.code()));
    Item free = stall.item(ItemKind.BADGE, false);
    stall.offer(stall.wanted(prize, 5, 5, free.code(), other.code()));
    assertThrows(Sql.SqlFailed.class, () -> intoPaidDraw(free), "nor the other way round");
  }

  @Test
  void aParcelIsAskedForWithTheRedemptionAndSentByItsArtist() throws Exception {
    Item item = stall.item(ItemKind.PHYSICAL, false);
    String reward = stall.offer(stall.wanted(item, 5, 5));
    long fan = stall.fan(100);
    assertThrows(AddressNeeded.class, () -> redeem(fan, reward, 1, "nowhere"));
    Redemption got =
        stall.transactions.call(
            () -> stall.exchange.redeem(fan, new RedeemReward(reward, 2, "home", HOME)));
    stall.transactions.run(
        () -> {
          ListQuery all = ListQuery.page(0, 10);
          assertEquals(HOME, stall.shipments.find(1, Stall.ARTIST, all).rows().get(0).address());
          stall.shipments.pack(1, Stall.ARTIST, got.shipment());
          stall.shipments.send(1, Stall.ARTIST, got.shipment(), "Yamato", "1234");
          assertEquals("1234", stall.shipments.of(fan).get(0).tracking());
        });
    assertThrows(
        NothingToClaim.class,
        () -> stall.transactions.run(() -> stall.delivery.claim(fan, item.code(), HOME)),
        "both copies are in the parcel");
  }

  @Test
  void whereAParcelWentIsForgottenSixtyDaysAfterItLeft() throws Exception {
    Item item = stall.item(ItemKind.PHYSICAL, false);
    String reward = stall.offer(stall.wanted(item, 5, 5));
    long fan = stall.fan(100);
    Redemption sent = parcel(fan, reward, "sent");
    Redemption waiting = parcel(fan, reward, "waiting");
    stall.transactions.run(
        () -> stall.shipments.send(1, Stall.ARTIST, sent.shipment(), "Yamato", "1234"));
    stall.pass(Duration.ofDays(59));
    stall.transactions.run(() -> stall.addresses.eraseDue(1000));
    assertEquals(HOME, shipment(fan, sent).address());
    stall.pass(Duration.ofDays(1));
    stall.transactions.run(() -> stall.addresses.eraseDue(1000));
    assertNull(shipment(fan, sent).address());
    assertEquals("1234", shipment(fan, sent).tracking(), "the parcel itself stays");
    assertEquals(HOME, shipment(fan, waiting).address(), "that one has not left");
    assertEquals(
        0,
        stall.number(
            "select count(*) from encore.shipment_address d join encore.shipment s"
                + " on s.id = d.shipment_id where s.code = ?",
            sent.shipment()));
    stall.pass(Duration.ofDays(-60));
  }

  private static Redemption parcel(long fan, String reward, String key) throws Exception {
    return stall.transactions.call(
        () -> stall.exchange.redeem(fan, new RedeemReward(reward, 1, key, HOME)));
  }

  private static ShipmentRow shipment(long fan, Redemption redemption) throws Exception {
    return stall.transactions.call(
        () ->
            stall.shipments.of(fan).stream()
                .filter(row -> row.code().equals(redemption.shipment()))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void aVoucherIsIssuedForEachPiece() throws Exception {
    Item item = stall.item(ItemKind.VOUCHER, false);
    String reward = stall.offer(stall.wanted(item, 5, 5));
    long fan = stall.fan(100);
    assertThrows(BusinessError.class, () -> redeem(fan, reward, 1, "no terms"));
    stall.transactions.run(
        () ->
            stall.studio.setTerms(
                1, Stall.ARTIST, item.code(), new VoucherTerms(new Money(500, "JPY"), 90)));
    assertEquals(2, redeem(fan, reward, 2, "k").vouchers().size());
    assertEquals(2, stall.transactions.call(() -> stall.vouchers.of(fan)).size());
  }

  private static long race(Stall stall) throws Exception {
    Item item = stall.item(ItemKind.DIGITAL, false);
    String reward = stall.offer(stall.wanted(item, PIECES, 1));
    List<Long> fans = new ArrayList<>();
    for (int n = 0; n < FANS; n++) {
      fans.add(stall.fan(10));
    }
    long redeemed =
        atOnce(
            n ->
                stall.transactions.call(
                    () ->
                        stall.exchange.redeem(
                            fans.get(n), new RedeemReward(reward, 1, "k", null))));
    assertEquals(
        redeemed,
        stall.number("select sum(copies) from encore.collected_item where item_id = ?", item.id()));
    return redeemed;
  }

  private interface Turn {
    Object take(int n) throws Exception;
  }

  /** How many of the turns were not refused. */
  private static long atOnce(Turn turn) throws Exception {
    CyclicBarrier start = new CyclicBarrier(FANS);
    ExecutorService threads = Executors.newFixedThreadPool(FANS);
    try {
      List<Callable<Boolean>> turns = new ArrayList<>();
      for (int n = 0; n < FANS; n++) {
        int mine = n;
        turns.add(
            () -> {
              start.await();
              try {
                turn.take(mine);
                return true;
              } catch (BusinessError refused) {
                return false;
              }
            });
      }
      long taken = 0;
      for (Future<Boolean> one : threads.invokeAll(turns)) {
        taken += one.get() ? 1 : 0;
      }
      return taken;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Redemption redeem(long fan, String reward, int quantity, String key)
      throws Exception {
    return stall.transactions.call(
        () -> stall.exchange.redeem(fan, new RedeemReward(reward, quantity, key, null)));
  }

  private static void intoPaidDraw(Item item) throws Exception {
    String rules =
        "{\"items\":[{\"code\":\"" + item.code() + "\"}],\"prices\":[{\"count\":1,\"price\":100}]}";
    stall.transactions.run(
        () -> {
          long banner =
              stall.sql.insert(
                  "insert into encore.banner (code, artist_id, title, story, picture_key, opens_at,"
                      + " closes_at, group_code, zone) values (?, ?, 'B', '', 'public/b', ?, ?, ?,"
                      + " 'UTC') returning id",
                  "banner-" + item.code(),
                  stall.artist,
                  stall.now(),
                  stall.now().plusSeconds(60),
                  "banner-" + item.code());
          long odds =
              stall.sql.insert(
                  "insert into encore.odds_table"
                      + " (banner_id, version, canonical, hash, published_at, in_force_at)"
                      + " values (?, 1, ?, encode(sha256(convert_to(?, 'UTF8')), 'hex'), ?, ?)"
                      + " returning id",
                  banner,
                  rules,
                  rules,
                  stall.now(),
                  stall.now());
          stall.sql.update(
              "insert into encore.prize (odds_table_id, position, item_id) values (?, 1, ?)",
              odds,
              item.id());
        });
  }
}
