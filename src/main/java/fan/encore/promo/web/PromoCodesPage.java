package fan.encore.promo.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.promo.PromoDraft;
import fan.encore.promo.PromoKind;
import fan.encore.promo.PromoRow;
import fan.encore.promo.StudioPromoCodes;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.shared.Money;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The promo codes of one event: how they do, new ones, many at once, their file. */
@Named
@ViewScoped
public class PromoCodesPage implements Serializable {

  @Inject private StudioPromoCodes codes;
  @Inject private StudioEvents studio;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String slug;
  private String done;
  private EventDetail event;
  private PromoForm form = new PromoForm();
  private LazyRows<PromoRow> rows;

  public void open() {
    event = studio.detail(caller.id(), slug);
    rows = new LazyRows<>(query -> codes.of(caller.id(), slug, query), PromoRow::code);
  }

  /** One code, or as many as were asked for. */
  public void save() {
    PromoDraft draft = form.draft(event.currency());
    if (form.getCount() == null || form.getCount() == 1) {
      codes.add(caller.id(), slug, draft);
      show("saved");
    } else {
      codes.generate(caller.id(), slug, draft, form.getCount());
      show("generated");
    }
  }

  /** Stops a code that counts, or lets it count again. */
  public void turn(PromoRow row) {
    codes.activate(caller.id(), slug, row.code(), !row.active());
    show(row.active() ? "stopped" : "started");
  }

  private void show(String what) {
    browser.goTo("/studio/promo?slug=" + slug + "&done=" + what);
  }

  public List<String> getBatches() {
    return codes.batches(caller.id(), slug);
  }

  public PromoKind[] getKinds() {
    return PromoKind.values();
  }

  public int getDecimals() {
    return Money.exponent(event.currency());
  }

  public EventDetail getEvent() {
    return event;
  }

  public PromoForm getForm() {
    return form;
  }

  public LazyRows<PromoRow> getRows() {
    return rows;
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
