package fan.encore.app.demo;

import fan.encore.gacha.Banner;
import fan.encore.gacha.Banners;
import fan.encore.gacha.Chains;
import fan.encore.gacha.DrawPrizes;
import fan.encore.gacha.Draws;
import fan.encore.payment.Payments;
import fan.encore.payment.StartedPayment;
import fan.encore.shop.DiamondOrders;
import fan.encore.shop.PlaceDiamondOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;

/**
 * What one fan does: buys diamonds, draws, perhaps buys tickets; some change their mind at the
 * till.
 */
@ApplicationScoped
public class DemoEvening {

  static final String[] CURRENCIES = {"JPY", "EUR", "NGN", "USD"};

  private static final String[] PACKS = {"handful", "pouch", "pouch", "chest"};
  private static final List<String> OPEN =
      List.of("planetarium-nights", "winter-shrine", "enugu-wedding", "under-the-blanket");

  @Inject private DiamondOrders diamonds;
  @Inject private Payments payments;
  @Inject private DemoBuyer buyer;
  @Inject private Banners banners;
  @Inject private Chains chains;
  @Inject private Draws draws;
  @Inject private DemoOuting outing;

  /**
   * @param luck decides what this fan does; seeded, so that it is the same every time
   */
  public void of(long account, Random luck, String currency) {
    String key = "demo-" + account + "-";
    String pack = PACKS[luck.nextInt(PACKS.length)];
    StartedPayment payment =
        diamonds.place(account, new PlaceDiamondOrder(pack, currency, key + "diamonds"));
    if (luck.nextInt(12) == 0) {
      buyer.decline(payment.redirectUrl());
    } else {
      buyer.approve(payment.redirectUrl());
      payments.refresh(account, payment.code());
      draw(account, luck, key);
    }
    if (luck.nextInt(10) < 7) {
      outing.of(account, luck, key);
    }
  }

  private void draw(long account, Random luck, String key) {
    Banner banner = banners.byCode(OPEN.get(luck.nextInt(OPEN.size())));
    int times = 1 + luck.nextInt(3);
    chains.next(account, banner.code());
    for (int time = 0; time < times; time++) {
      draws.draw(account, new DrawPrizes(banner.code(), 1, "demo" + time, key + "draw" + time));
    }
  }
}
