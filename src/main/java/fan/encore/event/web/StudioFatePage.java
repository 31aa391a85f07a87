package fan.encore.event.web;

import fan.encore.event.EventDetail;
import fan.encore.event.EventFate;
import fan.encore.event.PostponeEvent;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDateTime;

/** Moves the event on the studio's page, or calls it off. */
@Named
@ViewScoped
public class StudioFatePage implements Serializable {

  @Inject private EventFate fate;
  @Inject private StudioEventPage page;
  @Inject private Caller caller;

  private boolean dateKnown = true;
  private LocalDateTime startsAt;
  private LocalDateTime endsAt;
  private LocalDateTime refundUntil;
  private String words;
  private boolean sure;

  /** Opens the dialog with what the event says now. */
  public void prepare() {
    EventDetail event = page.getEvent();
    startsAt = EventForm.local(event.startsAt(), event.zone());
    endsAt = EventForm.local(event.endsAt(), event.zone());
    refundUntil = EventForm.local(event.extras().refundUntil(), event.zone());
    words = null;
    sure = false;
  }

  public void postpone() {
    fate.postpone(
        caller.id(),
        page.getSlug(),
        new PostponeEvent(
            dateKnown ? startsAt : null,
            dateKnown ? endsAt : null,
            null,
            refundUntil,
            words == null ? "" : words));
    page.show("postponed");
  }

  public void cancel() {
    if (sure) {
      fate.cancel(caller.id(), page.getSlug(), words == null ? "" : words);
      page.show("cancelled");
    }
  }

  public boolean isDateKnown() {
    return dateKnown;
  }

  public void setDateKnown(boolean dateKnown) {
    this.dateKnown = dateKnown;
  }

  public LocalDateTime getStartsAt() {
    return startsAt;
  }

  public void setStartsAt(LocalDateTime startsAt) {
    this.startsAt = startsAt;
  }

  public LocalDateTime getEndsAt() {
    return endsAt;
  }

  public void setEndsAt(LocalDateTime endsAt) {
    this.endsAt = endsAt;
  }

  public LocalDateTime getRefundUntil() {
    return refundUntil;
  }

  public void setRefundUntil(LocalDateTime refundUntil) {
    this.refundUntil = refundUntil;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public boolean isSure() {
    return sure;
  }

  public void setSure(boolean sure) {
    this.sure = sure;
  }
}
