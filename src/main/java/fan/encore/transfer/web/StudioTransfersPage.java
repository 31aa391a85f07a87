package fan.encore.transfer.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.transfer.EventTransfer;
import fan.encore.transfer.StudioTransfers;
import fan.encore.transfer.TransferTerms;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What fans may do with the tickets of one event, and what they do. */
@Named
@ViewScoped
public class StudioTransfersPage implements Serializable {

  @Inject private StudioTransfers studio;
  @Inject private StudioEvents events;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String slug;
  private boolean saved;
  private EventDetail event;
  private boolean transfersAllowed;
  private boolean renamesAllowed;
  private LocalDateTime closesAt;
  private LazyRows<EventTransfer> rows;

  public void open() {
    event = events.detail(caller.id(), slug, TeamPermission.EDIT, TeamPermission.ORDERS);
    TransferTerms terms = studio.terms(caller.id(), slug);
    transfersAllowed = terms.transfersAllowed();
    renamesAllowed = terms.renamesAllowed();
    Instant closes = terms.closesAt();
    closesAt = closes == null ? null : LocalDateTime.ofInstant(closes, ZoneId.of(event.zone()));
    rows = new LazyRows<>(query -> studio.of(caller.id(), slug, query), EventTransfer::code);
  }

  public void save() {
    Instant closes = closesAt == null ? null : closesAt.atZone(ZoneId.of(event.zone())).toInstant();
    studio.set(caller.id(), slug, new TransferTerms(transfersAllowed, renamesAllowed, closes));
    browser.goTo("/studio/transfers?slug=" + slug + "&saved=true");
  }

  public LazyRows<EventTransfer> getRows() {
    return rows;
  }

  public EventDetail getEvent() {
    return event;
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

  public boolean isTransfersAllowed() {
    return transfersAllowed;
  }

  public void setTransfersAllowed(boolean transfersAllowed) {
    this.transfersAllowed = transfersAllowed;
  }

  public boolean isRenamesAllowed() {
    return renamesAllowed;
  }

  public void setRenamesAllowed(boolean renamesAllowed) {
    this.renamesAllowed = renamesAllowed;
  }

  /** Local time of the venue; null is the start of the event. */
  public LocalDateTime getClosesAt() {
    return closesAt;
  }

  public void setClosesAt(LocalDateTime closesAt) {
    this.closesAt = closesAt;
  }
}
