package fan.encore.gacha.web;

import fan.encore.collection.Item;
import fan.encore.gacha.Banner;
import fan.encore.gacha.Banners;
import fan.encore.gacha.Chain;
import fan.encore.gacha.Chains;
import fan.encore.gacha.Design;
import fan.encore.gacha.DrawOffer;
import fan.encore.gacha.Phase;
import fan.encore.gacha.State;
import fan.encore.security.web.Caller;
import fan.encore.wallet.DiamondBalance;
import fan.encore.wallet.Wallets;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What a fan can have from a banner at this moment, and where she stands with it. */
@Named
@RequestScoped
public class DrawOffersPage {

  @Inject private Banners banners;
  @Inject private Chains chains;
  @Inject private Wallets wallets;
  @Inject private Caller caller;
  @Inject private RealPrice realPrice;

  private Chain chain;
  private DiamondBalance balance;
  private OddsView odds;

  public boolean open(Banner banner) {
    return banners.phase(banner) == Phase.OPEN;
  }

  /** What the server committed to for the next draw; only while the banner is open. */
  public Chain chain(Banner banner) {
    if (chain == null) {
      chain = chains.next(caller.id(), banner.code());
    }
    return chain;
  }

  /** The chances that the next draw follows. */
  public OddsView odds(Banner banner) {
    if (odds == null) {
      odds = OddsView.of(banner.published(), caller.locale(), realPrice::of);
    }
    return odds;
  }

  /** What can be drawn, the free draw first; a closed banner offers nothing. */
  public List<DrawOffer> offers(Banner banner) {
    return open(banner)
        ? DrawOffer.of(banner.rules(), state(banner), banners.today(banner))
        : List.of();
  }

  /** Points that draws on this banner gave and that are left. */
  public long points(Banner banner) {
    return state(banner).get("points@" + banner.code());
  }

  /** What points buy; empty when the banner gives none or is over. */
  public List<Item> forPoints(Banner banner) {
    Design.Ceiling ceiling = banner.rules().design().ceiling();
    return ceiling == null || !open(banner)
        ? List.of()
        : ceiling.items().stream().map(banner::item).toList();
  }

  public DiamondBalance getBalance() {
    if (balance == null) {
      balance = wallets.balance(caller.id());
    }
    return balance;
  }

  private State state(Banner banner) {
    return State.parse(chain(banner).state());
  }
}
