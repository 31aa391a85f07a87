package fan.encore.gacha.web;

import fan.encore.shared.Money;
import fan.encore.shop.DiamondPack;
import fan.encore.shop.DiamondPacks;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * What diamonds cost at most in real money, to be shown beside every price in diamonds (EU CPC
 * Network, key principles on in-game virtual currencies, 21 March 2025).
 */
@Named
@RequestScoped
public class RealPrice {

  @Inject private DiamondPacks packs;

  private List<DiamondPack> onSale;

  @PostConstruct
  void load() {
    onSale = packs.onSale();
  }

  /** The price at the dearest pack's rate, or null when no pack is on sale. */
  public Money of(long diamonds) {
    return atMost(diamonds, onSale);
  }

  /** Without the bonus and rounded up, so that nobody ever pays more than what is shown. */
  static Money atMost(long diamonds, List<DiamondPack> packs) {
    Money dearest = null;
    for (DiamondPack pack : packs) {
      long product = Math.multiplyExact(pack.price().minor(), diamonds);
      long minor = (product + pack.diamonds() - 1) / pack.diamonds();
      if (dearest == null || minor > dearest.minor()) {
        dearest = new Money(minor, pack.price().currency());
      }
    }
    return dearest;
  }
}
