package fan.encore.waitlist.web;

import fan.encore.security.web.Caller;
import fan.encore.waitlist.PlaceStatus;
import fan.encore.waitlist.WaitingPlace;
import fan.encore.waitlist.Waitlists;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** Where the fan waits, and what she is offered. */
@Named
@ViewScoped
public class WaitlistPage implements Serializable {

  @Inject private Waitlists waitlists;
  @Inject private Caller caller;

  private List<WaitingPlace> places = List.of();

  public void open() {
    places = waitlists.of(caller.id());
  }

  public void leave(String code) {
    waitlists.leave(caller.id(), code);
    open();
  }

  /** Colour of the badge beside a place. */
  public String colour(PlaceStatus status) {
    return switch (status) {
      case OFFERED -> "warn";
      case BOUGHT -> "good";
      case WAITING -> "info";
      default -> "neutral";
    };
  }

  public List<WaitingPlace> getPlaces() {
    return places;
  }

  /** The server's clock, for the countdown. */
  public Instant getNow() {
    return Instant.now();
  }
}
