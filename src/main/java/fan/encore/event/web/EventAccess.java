package fan.encore.event.web;

import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the caller may do at an event, so that pages show nothing that would be refused; the
 * services ask again.
 */
@Named
@RequestScoped
public class EventAccess {

  @Inject private StudioEvents studio;
  @Inject private Caller caller;

  private final Map<String, Set<TeamPermission>> known = new HashMap<>();

  /**
   * @param permission name of a {@link TeamPermission}
   */
  public boolean may(String slug, String permission) {
    return known
        .computeIfAbsent(slug, event -> studio.permissions(caller.id(), event))
        .contains(TeamPermission.valueOf(permission));
  }

  /** Whether the event is the caller's own, or she is an administrator. */
  public boolean owns(long organizerAccountId) {
    return organizerAccountId == caller.id() || caller.is("ADMIN");
  }
}
