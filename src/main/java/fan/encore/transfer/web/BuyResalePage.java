package fan.encore.transfer.web;

import fan.encore.order.HoldTime;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.transfer.BuyResale;
import fan.encore.transfer.ResaleHolds;
import fan.encore.transfer.ResaleRow;
import fan.encore.transfer.Resales;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A ticket that a fan sells on, before it is kept for the buyer who pays in the checkout. */
@Named
@ViewScoped
public class BuyResalePage implements Serializable {

  @Inject private Resales resales;
  @Inject private ResaleHolds holds;
  @Inject private HoldTime holdTime;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private final String key = UUID.randomUUID().toString();
  private String code;
  private ResaleRow offer;

  public void open() {
    offer = resales.byCode(caller.id(), code);
  }

  public void reserve() {
    browser.goTo("/my/checkout?reservation=" + holds.hold(caller.id(), new BuyResale(code, key)));
  }

  /** What to say instead of the button: a key of the bundle, or null when it can be bought. */
  public String getObstacle() {
    if (offer.open() && offer.ticket() != null) {
      return "resale.own_offer";
    }
    if (offer.buyable(Instant.now())) {
      return null;
    }
    if (!offer.open()) {
      return "resale.over";
    }
    return offer.held() ? "resale.held" : "resale.awaited";
  }

  public ResaleRow getOffer() {
    return offer;
  }

  public long getHoldMinutes() {
    return holdTime.length().toMinutes();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
