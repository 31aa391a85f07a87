package fan.encore.app.demo;

import fan.encore.collection.FanPages;
import fan.encore.collection.PostalAddress;
import fan.encore.gacha.Chains;
import fan.encore.gacha.DrawPrizes;
import fan.encore.gacha.DrawReceipt;
import fan.encore.gacha.Draws;
import fan.encore.payment.Payments;
import fan.encore.payment.StartedPayment;
import fan.encore.reward.Exchange;
import fan.encore.reward.RedeemReward;
import fan.encore.shop.DiamondOrders;
import fan.encore.shop.PlaceDiamondOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The fan whose login the demonstration tells: she has been here for a while, so that none of her
 * pages is empty, and nothing goes wrong for her.
 */
@ApplicationScoped
public class DemoRegular {

  private static final long SEED = 4_12L;
  private static final int SHOWN = 3;
  private static final PostalAddress HOME =
      new PostalAddress("Mika Tanaka", "150-0001", "Tokyo", "Shibuya", "1-2-3", "JP", null);

  @Inject private DiamondOrders diamonds;
  @Inject private Payments payments;
  @Inject private DemoBuyer buyer;
  @Inject private Chains chains;
  @Inject private Draws draws;
  @Inject private Exchange exchange;
  @Inject private FanPages pages;
  @Inject private DemoOuting outing;

  /** Diamonds, draws, two evenings out, rewards for medals, and a showcase of the best. */
  public void of(long account) {
    buy(account, "chest", "first-");
    buy(account, "chest", "second-");
    List<DrawReceipt> receipts = new ArrayList<>();
    receipts.add(draw(account, "planetarium-nights", 10));
    receipts.add(draw(account, "comet-season", 10));
    receipts.add(draw(account, "under-the-blanket", 1));
    Random luck = new Random(SEED);
    outing.surely(account, luck, key(account, "first-"));
    outing.surely(account, luck, key(account, "second-"));
    redeem(account, "akari-badge-first-row", null);
    redeem(account, "akari-postcard", HOME);
    redeem(account, "akari-ticket-voucher", null);
    pages.show(account, true);
    pages.exhibit(
        account,
        receipts.stream()
            .flatMap(receipt -> receipt.prizes().stream())
            .sorted((a, b) -> b.rarity().compareTo(a.rarity()))
            .map(prize -> prize.code())
            .distinct()
            .limit(SHOWN)
            .toList());
  }

  private void buy(long account, String pack, String which) {
    StartedPayment payment =
        diamonds.place(
            account, new PlaceDiamondOrder(pack, "JPY", key(account, which + "diamonds")));
    buyer.approve(payment.redirectUrl());
    payments.refresh(account, payment.code());
  }

  private DrawReceipt draw(long account, String banner, int count) {
    chains.next(account, banner);
    return draws.draw(account, new DrawPrizes(banner, count, "mika", key(account, banner)));
  }

  private void redeem(long account, String reward, PostalAddress address) {
    exchange.redeem(account, new RedeemReward(reward, 1, key(account, reward), address));
  }

  private static String key(long account, String what) {
    return "demo-" + account + "-" + what;
  }
}
