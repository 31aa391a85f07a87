package fan.encore.waitlist.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.waitlist.StudioWaitlists;
import fan.encore.waitlist.WaitingFan;
import fan.encore.waitlist.WaitlistTerms;
import fan.encore.waitlist.WaitlistType;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** The waiting lists of one event: how they work and who waits. */
@Named
@ViewScoped
public class StudioWaitlistPage implements Serializable {

  @Inject private StudioWaitlists studio;
  @Inject private StudioEvents events;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String slug;
  private boolean saved;
  private EventDetail event;
  private List<WaitlistType> types = List.of();
  private WaitlistForm form;
  private LazyRows<WaitingFan> rows;

  public void open() {
    event = events.detail(caller.id(), slug, TeamPermission.EDIT, TeamPermission.ORDERS);
    types = studio.of(caller.id(), slug);
    rows = new LazyRows<>(query -> studio.fans(caller.id(), slug, query), WaitingFan::code);
  }

  public void edit(WaitlistType type) {
    form = WaitlistForm.of(type, event.zone());
  }

  public void save() {
    Instant closes =
        form.getClosesAt() == null
            ? null
            : form.getClosesAt().atZone(ZoneId.of(event.zone())).toInstant();
    studio.set(
        caller.id(),
        slug,
        form.getType(),
        new WaitlistTerms(
            form.isActive(),
            form.getOfferMinutes(),
            form.getLargestGroup(),
            form.getPriorityMedals(),
            closes));
    browser.goTo("/studio/waiting-list?slug=" + slug + "&saved=true");
  }

  static LocalDateTime local(Instant at, String zone) {
    return at == null ? null : LocalDateTime.ofInstant(at, ZoneId.of(zone));
  }

  public EventDetail getEvent() {
    return event;
  }

  public List<WaitlistType> getTypes() {
    return types;
  }

  /** Null while no dialog is open. */
  public WaitlistForm getForm() {
    return form;
  }

  public LazyRows<WaitingFan> getRows() {
    return rows;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  public boolean isSaved() {
    return saved;
  }

  public void setSaved(boolean saved) {
    this.saved = saved;
  }
}
