package fan.encore.ticket;

import fan.encore.account.Roles;
import fan.encore.event.CalendarEntry;
import fan.encore.event.EventCalendars;
import fan.encore.event.EventStatus;
import fan.encore.shared.Sql;
import fan.encore.shared.Texts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The evening of a ticket or an order, for a fan's own calendar (RFC 5545). */
@Stateless
@RolesAllowed({Roles.FAN, Roles.GUEST})
public class TicketCalendars {

  /** A cancelled ticket is a later word about the same evening than any of the event's. */
  private static final int AFTER_ALL = 1_000_000;

  @Inject private Sql sql;
  @Inject private EventCalendars calendars;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  /**
   * A calendar with one entry.
   *
   * @param code of an order or of a ticket
   * @throws TicketNotFound if the account has no ticket of it
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public String of(long accountId, String code, Locale locale) {
    CalendarEntry entry =
        sql.first(
                "select e.title, e.version, e.starts_at, e.ends_at, e.status, e.date_open,"
                    + " v.name as venue, v.address, v.city, v.online, o.code as order_code,"
                    + " count(*) filter (where t.status = 'ISSUED') as valid"
                    + " from encore.ticket t join encore.ticket_order o on o.id = t.order_id"
                    + " join encore.live_event e on e.id = t.event_id"
                    + " join encore.venue v on v.id = e.venue_id"
                    + " where t.account_id = ? and (o.code = ? or t.code = ?)"
                    + " group by e.id, v.id, o.id",
                row -> entry(row, code, locale),
                accountId,
                code,
                code)
            .orElseThrow(TicketNotFound::new);
    return calendars.calendar(entry.summary(), List.of(entry));
  }

  private CalendarEntry entry(ResultSet row, String code, Locale locale) throws SQLException {
    boolean valid = row.getLong("valid") > 0;
    CalendarEntry.State state =
        CalendarEntry.State.of(
            EventStatus.valueOf(row.getString("status")), row.getBoolean("date_open"));
    String order = row.getString("order_code");
    return new CalendarEntry(
        "ticket-" + code + "@" + calendars.host(),
        row.getInt("version") + (valid ? 0 : AFTER_ALL),
        Sql.instant(row, "starts_at"),
        Sql.instant(row, "ends_at"),
        row.getString("title"),
        Texts.get(locale, "events.calendar.tickets", row.getLong("valid"), order),
        row.getBoolean("online")
            ? Texts.get(locale, "events.attendance.ONLINE")
            : row.getString("venue")
                + ", "
                + row.getString("address")
                + ", "
                + row.getString("city"),
        baseUrl + "/my/tickets#order-" + order,
        valid ? state : CalendarEntry.State.CANCELLED);
  }
}
