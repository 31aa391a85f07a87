package fan.encore.waitlist;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.event.TicketTypeNotFound;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Organizers switch waiting lists on and off and see who waits. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class StudioWaitlists {

  private static final Map<String, String> SORTS =
      Map.of(
          "joinedAt",
          "p.joined_at",
          "status",
          "p.status",
          "quantity",
          "p.quantity",
          "type",
          "t.name");

  private static final String FROM =
      " from encore.waitlist_entry p join encore.ticket_type t on t.id = p.ticket_type_id"
          + " join encore.account f on f.id = p.account_id";

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private StudioEvents studio;

  /**
   * All types of one's own event with their lists.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   */
  public List<WaitlistType> of(long accountId, String slug) {
    studio.detail(accountId, slug, TeamPermission.EDIT, TeamPermission.ORDERS);
    return WaitlistReading.types(sql, slug, clock.instant());
  }

  /**
   * Switches the list of a type on or off and says how it works. Offers that were made stand;
   * without a list, what was kept for it is sold to everybody within seconds.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   * @throws TicketTypeNotFound if it has no such type
   * @throws NoMedalsHere if medals shall count and the event has no artist
   */
  @Audited("waitlist.terms")
  public void set(
      long accountId,
      @Audited.Subject String slug,
      String typeCode,
      @NotNull @Valid WaitlistTerms terms) {
    EventDetail event = studio.detail(accountId, slug);
    long type =
        event.types().stream()
            .filter(one -> one.code().equals(typeCode))
            .findFirst()
            .orElseThrow(TicketTypeNotFound::new)
            .id();
    if (terms.priorityMedals() != null && event.artistCode() == null) {
      throw new NoMedalsHere();
    }
    sql.update(
        "insert into encore.waitlist (ticket_type_id, event_id, active, offer_minutes, largest_group,"
            + " priority_medals, closes_at) values (?, ?, ?, ?, ?, ?::bigint, ?::timestamptz)"
            + " on conflict (ticket_type_id) do update set active = excluded.active,"
            + " offer_minutes = excluded.offer_minutes, largest_group = excluded.largest_group,"
            + " priority_medals = excluded.priority_medals, closes_at = excluded.closes_at",
        type,
        event.id(),
        terms.active(),
        terms.offerMinutes(),
        terms.largestGroup(),
        terms.priorityMedals(),
        terms.closesAt());
    sql.number("select encore.keep_tickets(?)", type);
  }

  /**
   * Who waits, in the order in which offers go out; filters: type, fan, status.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   */
  public Slice<WaitingFan> fans(long accountId, String slug, ListQuery query) {
    Where where =
        new Where()
            .equal(
                "t.event_id",
                studio.detail(accountId, slug, TeamPermission.EDIT, TeamPermission.ORDERS).id())
            .contains("t.name", query.filter("type"))
            .contains("f.display_name", query.filter("fan"))
            .equal("p.status", query.filter("status"));
    String order =
        query.sort() == null
            ? " order by p.status in ('WAITING', 'OFFERED') desc, p.priority desc, p.joined_at, p.id"
            : Where.order(query, SORTS, "p.id");
    return new Slice<>(
        sql.list(
            "select p.*, t.name as type, f.display_name"
                + FROM
                + where.sql()
                + order
                + " limit ? offset ?",
            row ->
                new WaitingFan(
                    row.getString("code"),
                    row.getString("type"),
                    row.getString("display_name"),
                    row.getInt("quantity"),
                    row.getInt("priority") > 0,
                    PlaceStatus.valueOf(row.getString("status")),
                    Sql.instant(row, "joined_at"),
                    Sql.instant(row, "offer_expires_at")),
            where.parameters(query.size(), query.first())),
        sql.number("select count(*)" + FROM + where.sql(), where.parameters()));
  }
}
