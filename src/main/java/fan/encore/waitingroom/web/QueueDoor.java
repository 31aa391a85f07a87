package fan.encore.waitingroom.web;

import fan.encore.security.web.Caller;
import fan.encore.waitingroom.Queue;
import fan.encore.waitingroom.RoomFigures;
import fan.encore.waitingroom.RoomStatus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** What the page of an event says about its waiting room; {@code queueDoor} in its view. */
@Named
@RequestScoped
public class QueueDoor {

  @Inject private Queue queue;
  @Inject private Caller caller;

  private Optional<RoomFigures> room;
  private boolean called;

  /** OPEN where there is no room, SHUT for whoever has to wait, CALLED for whoever may go in. */
  public String state(String slug) {
    if (room == null) {
      room = queue.room(slug).filter(found -> found.status() != RoomStatus.CLOSED);
      called =
          room.isPresent()
              && caller.signedIn()
              && caller.is("FAN")
              && queue.admission(caller.id(), slug) != null;
    }
    return room.isEmpty() ? "OPEN" : called ? "CALLED" : "SHUT";
  }

  /** Whether tickets can be chosen, as far as the waiting room is concerned. */
  public boolean mayEnter(String slug) {
    return !state(slug).equals("SHUT");
  }
}
