package fan.encore.shop.web;

import fan.encore.payment.StartedPayment;
import fan.encore.security.web.Caller;
import fan.encore.shared.Codes;
import fan.encore.shop.DiamondOrders;
import fan.encore.shop.DiamondPack;
import fan.encore.shop.DiamondPacks;
import fan.encore.shop.NoSuchPack;
import fan.encore.shop.PlaceDiamondOrder;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;

/** {@code /my/buy-diamonds?pack=&currency=}: the last look before paying. */
@Named
@ViewScoped
public class BuyDiamondsPage implements Serializable {

  @Inject private DiamondPacks packs;
  @Inject private DiamondOrders orders;
  @Inject private Caller caller;

  /** One per view: pressing the button twice orders once. */
  private final String idempotencyKey = Codes.secret();

  private String packCode;
  private String currency;
  private DiamondPack pack;

  public void load() {
    String wished = currency == null ? DiamondPacks.DEFAULT_CURRENCY : currency;
    pack = packs.find(packCode, wished, caller.locale()).orElseThrow(NoSuchPack::new);
  }

  /** Orders and leads to the provider's page. */
  public void pay() throws IOException {
    StartedPayment started =
        orders.place(
            caller.id(),
            new PlaceDiamondOrder(pack.code(), pack.price().currency(), idempotencyKey));
    FacesContext.getCurrentInstance().getExternalContext().redirect(started.redirectUrl());
  }

  public DiamondPack getPack() {
    return pack;
  }

  public String getPackCode() {
    return packCode;
  }

  public void setPackCode(String packCode) {
    this.packCode = packCode;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }
}
