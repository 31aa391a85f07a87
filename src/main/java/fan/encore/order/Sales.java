package fan.encore.order;

import fan.encore.account.Roles;
import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.order.SalesFigures.Day;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Counts what was sold, for the organizer of an event. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class Sales {

  @Inject private Sql sql;
  @Inject private StudioEvents studio;

  /**
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   */
  public SalesFigures of(long accountId, String slug) {
    EventDetail event = studio.detail(accountId, slug, TeamPermission.REPORTS);
    return sql.first(
            "select count(*) as orders, coalesce(sum(tickets_minor), 0) as tickets,"
                + " coalesce(sum(fee_minor), 0) as fees,"
                + " coalesce(sum(refunded_minor), 0) as refunded"
                + " from encore.ticket_order where event_id = ? and status = 'PAID'",
            row ->
                new SalesFigures(
                    event,
                    row.getLong("orders"),
                    new Money(row.getLong("tickets"), event.currency()),
                    new Money(row.getLong("fees"), event.currency()),
                    new Money(row.getLong("refunded"), event.currency()),
                    List.of()),
            event.id())
        .map(sums -> withDays(sums, days(event)))
        .orElseThrow();
  }

  private List<Day> days(EventDetail event) {
    return sql.list(
        "select (o.paid_at at time zone ?)::date as day, count(*) as orders,"
            + " sum(o.tickets_minor) as revenue, sum((select sum(l.quantity - l.refunded)"
            + " from encore.order_line l where l.order_id = o.id)) as tickets"
            + " from encore.ticket_order o where o.event_id = ? and o.status = 'PAID'"
            + " group by 1 order by 1",
        row ->
            new Day(
                row.getObject("day", LocalDate.class),
                row.getLong("orders"),
                row.getLong("tickets"),
                new Money(row.getLong("revenue"), event.currency())),
        event.zone(),
        event.id());
  }

  private static SalesFigures withDays(SalesFigures sums, List<Day> days) {
    return new SalesFigures(
        sums.event(), sums.orders(), sums.tickets(), sums.fees(), sums.refunded(), days);
  }
}
