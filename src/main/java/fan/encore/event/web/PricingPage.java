package fan.encore.event.web;

import fan.encore.account.Roles;
import fan.encore.event.EventDetail;
import fan.encore.event.FeeRule.Payer;
import fan.encore.event.PriceRules;
import fan.encore.event.StudioEvents;
import fan.encore.event.TypePrice;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.shared.Money;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** {@code /studio/pricing?slug=}: taxes and fees of an event with their arithmetic. */
@Named
@ViewScoped
public class PricingPage implements Serializable {

  @Inject private PriceRules rules;
  @Inject private StudioEvents studio;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String slug;
  private String done;
  private EventDetail event;
  private List<TypePrice> prices = List.of();
  private final PriceForm form = new PriceForm();

  public void open() {
    event = studio.detail(caller.id(), slug);
    prices = rules.of(caller.id(), slug);
  }

  public void saveTax() {
    rules.setTax(caller.id(), slug, form.chosenType(), form.tax());
    show("tax");
  }

  public void saveFee() {
    rules.setFee(caller.id(), slug, form.chosenType(), form.fee(event.currency()));
    show("fee");
  }

  private void show(String what) {
    browser.goTo("/studio/pricing?slug=" + slug + "&done=" + what);
  }

  /** Whether this person may say what the service costs. */
  public boolean isMayFee() {
    return caller.is(Roles.ADMIN);
  }

  public Payer[] getPayers() {
    return Payer.values();
  }

  /** How many decimals the event's currency has. */
  public int getDecimals() {
    return Money.exponent(event.currency());
  }

  public EventDetail getEvent() {
    return event;
  }

  public List<TypePrice> getPrices() {
    return prices;
  }

  public PriceForm getForm() {
    return form;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  /** What was just done: a word that completes a key of the bundle, or null. */
  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }
}
