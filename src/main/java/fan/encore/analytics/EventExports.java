package fan.encore.analytics;

import fan.encore.account.Roles;
import fan.encore.audit.Audit;
import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Locale;

/** Lets organizers take the orders and tickets of their events away. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class EventExports {

  @Inject private Sql sql;
  @Inject private Audit audit;
  @Inject private StudioEvents studio;

  /**
   * Notes that personal data leaves, and answers what writes it.
   *
   * @param locale of the names of columns and states
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   */
  public EventExport open(long accountId, ExportWish wish, Locale locale) {
    EventDetail event = studio.detail(accountId, wish.event(), TeamPermission.ORDERS);
    audit.record(
        "analytics.export", event.slug(), wish.kind().word() + "." + wish.format().extension());
    return new EventExport(sql, wish, event.id(), ZoneId.of(event.zone()), locale);
  }
}
