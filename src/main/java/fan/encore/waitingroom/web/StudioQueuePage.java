package fan.encore.waitingroom.web;

import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.StudioEvents;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.waitingroom.NoWaitingRoom;
import fan.encore.waitingroom.RoomFigures;
import fan.encore.waitingroom.RoomStatus;
import fan.encore.waitingroom.WaitingRooms;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** The waiting room of one's own event: switch it on, watch it, pause it, switch it off. */
@Named
@ViewScoped
public class StudioQueuePage implements Serializable {

  private static final Duration BEFORE_SALE = Duration.ofMinutes(30);

  @Inject private WaitingRooms rooms;
  @Inject private StudioEvents studio;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String slug;
  private String done;
  private EventDetail event;
  private RoomFigures room;
  private QueueForm form;

  public void open() {
    event = studio.detail(caller.id(), slug);
    refresh();
    form = room == null ? QueueForm.proposed(firstSale(), event.zone()) : QueueForm.of(room);
  }

  /** Reads the figures again. */
  public void refresh() {
    try {
      room = rooms.figures(caller.id(), slug);
    } catch (NoWaitingRoom none) {
      room = null;
    }
  }

  private Instant firstSale() {
    Instant soonest = Instant.now().plus(BEFORE_SALE.multipliedBy(2));
    return event.types().stream()
        .map(TypeDetail::saleFrom)
        .filter(soonest::isBefore)
        .min(Instant::compareTo)
        .orElse(soonest);
  }

  public void save() {
    rooms.open(caller.id(), slug, form.wanted(event.zone()));
    show("saved");
  }

  public void pause() {
    rooms.pause(caller.id(), slug);
    show("paused");
  }

  public void resume() {
    rooms.resume(caller.id(), slug);
    show("resumed");
  }

  public void close() {
    rooms.close(caller.id(), slug);
    show("closed");
  }

  private void show(String what) {
    browser.goTo("/studio/queue?slug=" + slug + "&done=" + what);
  }

  /** Whether there is a room that sells to called fans only. */
  public boolean isOn() {
    return room != null && room.status() != RoomStatus.CLOSED;
  }

  /** Whether fans may enter already, so that the times cannot change. */
  public boolean isFixed() {
    return room != null && !room.opensAt().isAfter(Instant.now());
  }

  public EventDetail getEvent() {
    return event;
  }

  /** Null where there never was a room. */
  public RoomFigures getRoom() {
    return room;
  }

  public QueueForm getForm() {
    return form;
  }

  /** Milliseconds that 95 of 100 holds took lately. */
  public long getHoldMillis() {
    return room.p95Micros() / 1000;
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
