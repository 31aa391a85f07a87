package fan.encore.event.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.event.FeeRow;
import fan.encore.event.FeeRule.Payer;
import fan.encore.event.HouseFees;
import fan.encore.event.OwnPriceRow;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** {@code /admin/fees}: what the service costs, and which events have prices of their own. */
@Named
@ViewScoped
public class AdminFeesPage implements Serializable {

  @Inject private HouseFees fees;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private final PriceForm form = new PriceForm();
  private String currency;
  private String done;
  private List<FeeRow> rules;
  private LazyRows<OwnPriceRow> own;

  @PostConstruct
  void load() {
    rules = fees.fees();
    own = new LazyRows<>(query -> fees.own(query));
  }

  public void save() {
    String chosen = currency == null ? "" : currency.strip().toUpperCase(Locale.ROOT);
    String known = chosen.isEmpty() ? null : chosen;
    fees.set(caller.id(), known, form.fee(known));
    browser.goTo("/admin/fees?done=fee");
  }

  /** Forgets the fee of a currency. */
  public void end(String ended) {
    fees.end(ended);
    browser.goTo("/admin/fees?done=end");
  }

  public List<FeeRow> getRules() {
    return rules;
  }

  public LazyRows<OwnPriceRow> getOwn() {
    return own;
  }

  public PriceForm getForm() {
    return form;
  }

  public Payer[] getPayers() {
    return Payer.values();
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  /** What was just done: a word that completes a key of the bundle, or null. */
  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }
}
