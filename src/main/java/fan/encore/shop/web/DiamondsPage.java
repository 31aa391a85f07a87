package fan.encore.shop.web;

import fan.encore.security.web.Caller;
import fan.encore.shop.DiamondPack;
import fan.encore.shop.DiamondPacks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;

/** {@code /shop/diamonds?currency=}: the packs at their real prices. */
@Named
@RequestScoped
public class DiamondsPage {

  @Inject private DiamondPacks packs;
  @Inject private Caller caller;

  private String currency;
  private List<DiamondPack> onSale;
  private List<String> currencies;
  private String best;

  public void load() {
    currencies = packs.currencies();
    currency = currencies.contains(currency) ? currency : DiamondPacks.DEFAULT_CURRENCY;
    onSale = packs.onSale(currency, caller.locale());
    best =
        onSale.stream()
            .max(Comparator.comparing(DiamondsPage::value))
            .map(DiamondPack::code)
            .orElse(null);
  }

  public List<DiamondPack> getOnSale() {
    return onSale;
  }

  public List<String> getCurrencies() {
    return currencies;
  }

  public boolean isBest(DiamondPack pack) {
    return pack.code().equals(best);
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  private static double value(DiamondPack pack) {
    return (double) (pack.diamonds() + pack.bonus()) / pack.price().minor();
  }
}
