package fan.encore.order.web;

import fan.encore.order.Checkout;
import fan.encore.order.HoldTickets;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.order.Holds;
import fan.encore.order.Quote;
import fan.encore.order.ReservationView;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.waitingroom.Queue;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** What the tickets cost that a fan has chosen, with her promo code, before they are held. */
@Named
@ViewScoped
public class ReservePage implements Serializable {

  @Inject private Holds holds;
  @Inject private Checkout checkout;
  @Inject private Queue queue;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private final String key = UUID.randomUUID().toString();
  private String slug;
  private String unlock;
  private String promoCode;
  private String applied;
  private String admission;
  private List<HoldLine> lines = List.of();
  private Quote quote;

  public void open() {
    lines = slug == null ? List.of() : ChosenTickets.inAddress();
    if (!lines.isEmpty()) {
      quote = checkout.quote(caller.id(), wanted(null));
    }
  }

  /** Shows the prices with the promo code; a code that does not count is refused. */
  public void apply() {
    quote = checkout.quote(caller.id(), wanted(promoCode));
    applied = quote.promoCode();
  }

  /** Shows the list prices again. */
  public void forget() {
    promoCode = null;
    apply();
  }

  /**
   * Holds the tickets and goes on under the reservation's own address. Whom the waiting room has
   * called need not bring her admission: the room knows her.
   */
  public void reserve() {
    if (admission == null) {
      admission = queue.admission(caller.id(), slug);
    }
    ReservationView held = holds.hold(caller.id(), wanted(applied));
    browser.goTo("/my/checkout?reservation=" + held.code());
  }

  private HoldTickets wanted(String promo) {
    return new HoldTickets(slug, lines, promo, unlock, admission, key);
  }

  /** Null when nothing was chosen. */
  public Quote getQuote() {
    return quote;
  }

  /** The promo code that the prices shown are made with, or null. */
  public String getApplied() {
    return applied;
  }

  public long getHoldMinutes() {
    return holds.holdTime().toMinutes();
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  public String getPromoCode() {
    return promoCode;
  }

  public void setPromoCode(String promoCode) {
    this.promoCode = promoCode;
  }

  /** A code that opens hidden ticket types, from the event's page. */
  public String getUnlock() {
    return unlock;
  }

  public void setUnlock(String unlock) {
    this.unlock = unlock;
  }

  /** The waiting room's token, from its page. */
  public String getAdmission() {
    return admission;
  }

  public void setAdmission(String admission) {
    this.admission = admission;
  }
}
