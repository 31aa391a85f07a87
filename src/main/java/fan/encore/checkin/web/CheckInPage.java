package fan.encore.checkin.web;

import fan.encore.account.Roles;
import fan.encore.checkin.Door;
import fan.encore.checkin.Doors;
import fan.encore.checkin.Keeper;
import fan.encore.checkin.Outcome;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The scanner: an event's door, or the choice of one. All scanning happens in the browser. */
@Named
@RequestScoped
public class CheckInPage {

  @Inject private Doors doors;
  @Inject private Caller caller;

  private String slug;
  private Door door;
  private List<Door> choices = List.of();

  /** Loads the door, or the events to choose from when none is named. */
  public void open() {
    Keeper keeper = new Keeper(caller.id(), null, caller.is(Roles.ADMIN));
    if (slug == null || slug.isBlank()) {
      choices = doors.of(keeper);
    } else {
      door = doors.door(slug, keeper);
    }
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  public Door getDoor() {
    return door;
  }

  public List<Door> getChoices() {
    return choices;
  }

  public Outcome[] getOutcomes() {
    return Outcome.values();
  }
}
