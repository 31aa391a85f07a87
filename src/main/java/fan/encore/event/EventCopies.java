package fan.encore.event;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;

/** Makes drafts out of events that are there. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class EventCopies {

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private EventOwners owners;
  @Inject private Event<EventCopied> copied;

  /**
   * Copies an event with its pictures and ticket types to another day; the copy is a draft.
   *
   * @return the copy's slug
   */
  @Audited("event.copy")
  public String copy(long accountId, @Audited.Subject String slug, @Valid CopyEvent wish) {
    LiveEvent event = owners.own(accountId, slug);
    boolean same = wish.title() == null || wish.title().isBlank();
    String title = same ? event.title() : wish.title().strip();
    return copy(event, title, LiveEvent.at(wish.startsAt(), event.zone()), false);
  }

  /**
   * @param keepOpening whether its sales begin when those of the event do; else they move along
   * @return the copy's slug
   */
  @PermitAll
  public String copy(LiveEvent event, String title, Instant startsAt, boolean keepOpening) {
    String slug = Slugs.unused(title, "event", this::taken);
    long copy =
        sql.number(
            "select encore.copy_event(?, ?, ?, ?, ?, ?, ?)",
            event.id(),
            slug,
            title,
            event.organizerAccountId(),
            startsAt,
            keepOpening,
            clock.instant());
    copied.fire(new EventCopied(event.id(), copy));
    return slug;
  }

  private boolean taken(String slug) {
    return sql.number("select count(*) from encore.live_event where slug = ?", slug) > 0;
  }
}
