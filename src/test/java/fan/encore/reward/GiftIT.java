package fan.encore.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.collection.FanNotFound;
import fan.encore.collection.FanPage;
import fan.encore.collection.GiftNotFound;
import fan.encore.collection.GiftNotOpen;
import fan.encore.collection.GiftOnHold;
import fan.encore.collection.GiftStatus;
import fan.encore.collection.Item;
import fan.encore.collection.ItemKind;
import fan.encore.collection.NoFreeCopy;
import fan.encore.collection.NotGiftable;
import fan.encore.collection.TooManyShown;
import fan.encore.local.LocalDatabase;
import fan.encore.shared.BusinessError;
import fan.encore.wallet.WalletLocked;
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

/** Gifts and showcases of fans, on a real PostgreSQL as the application's role. */
class GiftIT {

  private static final int HANDS = 16;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static Stall stall;

  private long giver;
  private long friend;
  private Item item;

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
  void aFanWithAnItem() throws Exception {
    giver = stall.fan(0);
    friend = stall.fan(0);
    item = stall.item(ItemKind.DIGITAL, true);
    stall.grant(giver, item, 1);
  }

  @Test
  void aGiftChangesHandsWhenBothAgree() throws Exception {
    String gift = offer(friend);
    assertEquals(1, stall.copies(giver, item), "it is the giver's until then");
    stall.transactions.run(() -> stall.gifts.accept(friend, gift));
    assertEquals(0, stall.copies(giver, item));
    assertEquals(1, stall.copies(friend, item));
    assertEquals(GiftStatus.ACCEPTED, status(gift));
    assertThrows(
        GiftNotOpen.class, () -> stall.transactions.run(() -> stall.gifts.accept(friend, gift)));
  }

  @Test
  void aGiftThatIsDeclinedTakenBackOrForgottenStays() throws Exception {
    String declined = offer(friend);
    stall.transactions.run(() -> stall.gifts.decline(friend, declined));
    String takenBack = offer(friend);
    stall.transactions.run(() -> stall.gifts.takeBack(giver, takenBack));
    String forgotten = offer(friend);
    stall.pass(Duration.ofDays(8));
    assertThrows(
        GiftNotOpen.class,
        () -> stall.transactions.run(() -> stall.gifts.accept(friend, forgotten)));
    stall.transactions.run(() -> assertTrue(stall.gifts.expireDue(100) >= 1));
    assertEquals(GiftStatus.EXPIRED, status(forgotten));
    assertEquals(1, stall.copies(giver, item));
    offer(friend);
  }

  @Test
  void onlyWhomItIsOfferedToMayAnswer() throws Exception {
    String gift = offer(friend);
    long stranger = stall.fan(0);
    assertThrows(
        GiftNotFound.class, () -> stall.transactions.run(() -> stall.gifts.accept(stranger, gift)));
    assertThrows(
        GiftNotFound.class, () -> stall.transactions.run(() -> stall.gifts.accept(giver, gift)));
    assertThrows(FanNotFound.class, () -> offerTo("FAN-NOBODY"));
  }

  @Test
  void onlyItemsThatMayBeGivenAwayAre() throws Exception {
    item = stall.item(ItemKind.DIGITAL, false);
    stall.grant(giver, item, 1);
    assertThrows(NotGiftable.class, () -> offer(friend));
  }

  @Test
  void whoOwesDiamondsGivesNothingAway() throws Exception {
    stall.grant(giver, item, 1);
    String before = offer(friend);
    stall.owe(giver, 300);
    assertThrows(WalletLocked.class, () -> offer(friend));
    assertThrows(
        GiftOnHold.class, () -> stall.transactions.run(() -> stall.gifts.accept(friend, before)));
    assertEquals(GiftStatus.OFFERED, status(before));
    assertEquals(2, stall.copies(giver, item));
  }

  @Test
  void theSameCopyOfferedTwiceIsPromisedOnce() throws Exception {
    assertEquals(1, atOnce(hand -> offer(friend)));
    assertThrows(NoFreeCopy.class, () -> offer(friend));
  }

  @Test
  void acceptedAndTakenBackAtOnceOneOfThemWins() throws Exception {
    String gift = offer(friend);
    long won =
        atOnce(
            hand -> {
              stall.transactions.run(
                  () -> {
                    if (hand % 2 == 0) {
                      stall.gifts.accept(friend, gift);
                    } else {
                      stall.gifts.takeBack(giver, gift);
                    }
                  });
              return gift;
            });
    assertEquals(1, won);
    assertEquals(1, stall.copies(giver, item) + stall.copies(friend, item));
  }

  @Test
  void aShowcaseIsSeenOnlyIfItsFanSaysSo() throws Exception {
    FanPage page = stall.transactions.call(() -> stall.pages.of(giver));
    assertFalse(page.isPublic());
    assertThrows(
        FanNotFound.class, () -> stall.transactions.run(() -> stall.pages.shown(page.code())));
    stall.transactions.run(
        () -> {
          stall.pages.show(giver, true);
          stall.pages.exhibit(giver, List.of(item.code()));
        });
    assertEquals(
        List.of(item), stall.transactions.call(() -> stall.pages.shown(page.code())).items());
    assertThrows(
        TooManyShown.class,
        () -> stall.transactions.run(() -> stall.pages.exhibit(friend, List.of(item.code()))),
        "what is not hers");
    String gift = offer(friend);
    stall.transactions.run(() -> stall.gifts.accept(friend, gift));
    assertEquals(List.of(), stall.transactions.call(() -> stall.pages.shown(page.code())).items());
  }

  private String offer(long to) throws Exception {
    return offerTo(stall.transactions.call(() -> stall.pages.of(to)).code());
  }

  private String offerTo(String fanCode) throws Exception {
    return stall.transactions.call(() -> stall.gifts.offer(giver, item.code(), fanCode));
  }

  private GiftStatus status(String gift) throws Exception {
    return stall.transactions.call(
        () ->
            stall.gifts.of(friend).stream()
                .filter(row -> row.code().equals(gift))
                .findFirst()
                .orElseThrow()
                .status());
  }

  private interface Turn {
    Object take(int n) throws Exception;
  }

  private static long atOnce(Turn turn) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(HANDS);
    try {
      List<Callable<Boolean>> turns = new ArrayList<>();
      for (int n = 0; n < HANDS; n++) {
        int mine = n;
        turns.add(
            () -> {
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
}
