package fan.encore.waitlist.web;

import fan.encore.security.web.Caller;
import fan.encore.waitlist.PlaceStatus;
import fan.encore.waitlist.WaitlistType;
import fan.encore.waitlist.Waitlists;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What other pages say about waiting lists: that of an event, and that of a fan's tickets. */
@Named
@RequestScoped
public class EventWaitlists {

  @Inject private Waitlists waitlists;
  @Inject private Caller caller;

  private String asked;
  private List<WaitlistType> types = List.of();

  /** Whether a fan may join the waiting list of that type now; read once for the page. */
  public boolean joinable(String slug, String type) {
    if (!slug.equals(asked)) {
      asked = slug;
      types = waitlists.ofEvent(slug);
    }
    return types.stream().anyMatch(one -> one.type().equals(type) && one.joinable());
  }

  /** Whether tickets are held for the fan who is signed in. */
  public boolean isOffered() {
    return waitlists.of(caller.id()).stream()
        .anyMatch(place -> place.status() == PlaceStatus.OFFERED);
  }
}
