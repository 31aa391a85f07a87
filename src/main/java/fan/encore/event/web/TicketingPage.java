package fan.encore.event.web;

import fan.encore.artist.Artist;
import fan.encore.artist.Artists;
import fan.encore.event.EventDetail;
import fan.encore.event.QuotaRow;
import fan.encore.event.Quotas;
import fan.encore.event.StudioEvents;
import fan.encore.event.TicketTypeNotFound;
import fan.encore.event.TypeRuleBook;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Quotas of an event and the rules of its ticket types; what is edited is in the address. */
@Named
@ViewScoped
public class TicketingPage implements Serializable {

  @Inject private StudioEvents studio;
  @Inject private TypeRuleBook ruleBook;
  @Inject private Quotas quotas;
  @Inject private Artists artists;
  @Inject private TicketingAddress address;

  private String slug;
  private String type;
  private String quota;
  private String done;
  private EventDetail event;
  private List<QuotaRow> rows = List.of();
  private QuotaForm form = new QuotaForm();
  private RulesForm rules;

  public void open() {
    event = studio.detail(address.account(), slug);
    rows = quotas.of(address.account(), slug);
    rows.stream()
        .filter(row -> row.code().equals(quota))
        .findFirst()
        .ifPresent(row -> form = QuotaForm.of(row));
    if (type != null) {
      rules =
          event.types().stream()
              .filter(one -> one.code().equals(type))
              .findFirst()
              .map(one -> new RulesForm(event, one))
              .orElseThrow(TicketTypeNotFound::new);
    }
  }

  public void saveQuota() {
    if (form.getCode() == null) {
      quotas.add(address.account(), slug, form.draft());
    } else {
      quotas.edit(address.account(), slug, form.getCode(), form.draft());
    }
    address.show(slug, "quota_saved");
  }

  public void saveRules() {
    ruleBook.set(address.account(), slug, rules.getCode(), rules.draft());
    address.show(slug, "rules_saved");
  }

  /** What the rules of a type say, for the list. */
  public List<TypeNote> notes(EventDetail.TypeDetail one) {
    return TypeNote.of(one, event);
  }

  public List<Artist> getArtists() {
    return artists.list();
  }

  public EventDetail getEvent() {
    return event;
  }

  public List<QuotaRow> getRows() {
    return rows;
  }

  public QuotaForm getForm() {
    return form;
  }

  /** Null while no type is edited. */
  public RulesForm getRules() {
    return rules;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getQuota() {
    return quota;
  }

  public void setQuota(String quota) {
    this.quota = quota;
  }

  /** What was just done: a word that completes a key of the bundle, or null. */
  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }
}
