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
   * @throws EventNotFound if there is no such event, or it is somebody else's
   */
  @Audited("event.copy")
  public String copy(long accountId, @Audited.Subject String slug, @Valid CopyEvent wish) {
    LiveEvent event = owners.alone(accountId, slug);
    boolean same = wish.title() == null || wish.title().isBlank();
    String title = same ? event.title() : wish.title().strip();
    return copy(event, title, LiveEvent.at(wish.startsAt(), event.zone()), false);
  }

  /**
   * Taxes are copied too. What the house agreed on as its fee for the event counts only for dates
   * of one sale; a waiting room is for one event.
   *
   * @param keepOpening true for a date of one sale: its sales begin when those of the event do,
   *     else they move along
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
    sql.update(
        "update encore.live_event set waiting_room = false where id = ? and waiting_room", copy);
    copyRules(
        "tax_rule (rate_basis_points, included",
        "x.rate_basis_points, x.included",
        event.id(),
        copy);
    if (keepOpening) {
      copyRules(
          "fee_rule (share_basis_points, fixed_minor, least_minor, most_minor, payer",
          "x.share_basis_points, x.fixed_minor, x.least_minor, x.most_minor, x.payer",
          event.id(),
          copy);
    }
    copied.fire(new EventCopied(event.id(), copy));
    return slug;
  }

  /** What counts now for the event or one of its types counts for the copy as well. */
  private void copyRules(String into, String values, long from, long to) {
    sql.update(
        "insert into encore."
            + into
            + ", event_id, ticket_type_id, account_id, valid_from) select "
            + values
            + ", case when x.event_id = ? then ?::bigint end, n.id, x.account_id, ?"
            + " from encore."
            + into.substring(0, into.indexOf(' '))
            + " x left join encore.ticket_type o on o.id = x.ticket_type_id"
            + " left join encore.ticket_type n on n.code = o.code and n.event_id = ?"
            + " where x.ended_at is null and (x.event_id = ? or o.event_id = ?)",
        from,
        to,
        clock.instant(),
        to,
        from,
        from);
  }

  private boolean taken(String slug) {
    return sql.number("select count(*) from encore.live_event where slug = ?", slug) > 0;
  }
}
