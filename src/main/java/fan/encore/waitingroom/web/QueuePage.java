package fan.encore.waitingroom.web;

import fan.encore.event.EventDetail;
import fan.encore.event.Events;
import fan.encore.security.web.Caller;
import fan.encore.waitingroom.NoWaitingRoom;
import fan.encore.waitingroom.Queue;
import fan.encore.waitingroom.RoomFigures;
import fan.encore.waitingroom.RoomStatus;
import fan.encore.waitingroom.Standing;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;

/** The waiting room of an event, as a fan sees it. */
@Named
@RequestScoped
public class QueuePage {

  @Inject private Queue queue;
  @Inject private Events events;
  @Inject private Caller caller;
  @Inject private Clock clock;

  private String slug;
  private EventDetail event;
  private RoomFigures room;
  private Standing mine;
  private Instant now;

  public void load() {
    now = clock.instant();
    event = events.bySlug(slug);
    room = queue.room(slug).orElseThrow(NoWaitingRoom::new);
    if (caller.signedIn() && caller.is("FAN")) {
      mine = queue.standing(caller.id(), slug).orElse(null);
    }
  }

  public EventDetail getEvent() {
    return event;
  }

  public RoomFigures getRoom() {
    return room;
  }

  /** Null for strangers and who has not entered. */
  public Standing getMine() {
    return mine;
  }

  public Instant getNow() {
    return now;
  }

  /** CLOSED, EARLY before the room opens, else OPEN. */
  public String getDoor() {
    if (room.status() == RoomStatus.CLOSED) {
      return "CLOSED";
    }
    return now.isBefore(room.opensAt()) ? "EARLY" : "OPEN";
  }

  /** Whether she may go to the tickets now. */
  public boolean isCalled() {
    return mine != null && mine.admission() != null && !mine.missed(now);
  }

  /** Whether she has a place that is neither used nor over. */
  public boolean isWaiting() {
    return mine != null && mine.usedBy() == null && !mine.missed(now);
  }

  /** Whether the list of entrants is committed, so that there is something to check. */
  public boolean isDrawn() {
    return room.status() == RoomStatus.RUNNING;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }
}
