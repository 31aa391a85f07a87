package fan.encore.transfer;

import fan.encore.shared.ListQuery;
import fan.encore.shared.Money;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The readings of tickets that are sold on. */
final class ResaleReading {

  private static final Map<String, String> SORTS =
      Map.of(
          "offeredAt", "f.offered_at",
          "status", "f.status",
          "price", "f.price_minor",
          "ticket", "t.code");

  private static final String COLUMNS =
      "select f.*, f.seller_account_id = ? as mine, t.code as ticket, e.slug, e.title, e.starts_at, v.zone,"
          + " v.name || ', ' || v.city as venue, y.name as type, w.closes_at,"
          + " nullif(substr(encore.ticket_title(t.id), length(y.name) + 4), '') as seat,"
          + " encore.resale_held(f.reservation_id) as held,"
          + " f.status = 'OPEN' and encore.resale_awaited(f.ticket_type_id, f.seller_account_id) as awaited";

  private static final String FROM =
      " from encore.resale_offer f join encore.ticket t on t.id = f.ticket_id"
          + " join encore.ticket_type y on y.id = f.ticket_type_id"
          + " join encore.live_event e on e.id = f.event_id join encore.venue v on v.id = e.venue_id"
          + " join encore.resale_window w on w.event_id = f.event_id";

  private ResaleReading() {}

  static Optional<ResaleRow> offer(Sql sql, long readerId, String code) {
    return sql.first(COLUMNS + FROM + " where f.code = ?", ResaleReading::row, readerId, code);
  }

  /** The open offer of a ticket. */
  static Optional<ResaleRow> ofTicket(Sql sql, long readerId, String ticket) {
    return sql.first(
        COLUMNS + FROM + " where t.code = ? and f.status = 'OPEN'",
        ResaleReading::row,
        readerId,
        ticket);
  }

  /** The open offers of an event, also those that somebody is paying for, the cheapest first. */
  static List<ResaleRow> ofEvent(Sql sql, long readerId, String slug) {
    return sql.list(
        COLUMNS
            + FROM
            + " where f.event_id = (select id from encore.live_event where slug = ?) and f.status = 'OPEN'"
            + " and w.allowed and w.published order by f.price_minor, f.id limit 50",
        ResaleReading::row,
        readerId,
        slug);
  }

  /** What an account sells or sold, the latest first. */
  static List<ResaleRow> ofSeller(Sql sql, long accountId) {
    return sql.list(
        COLUMNS + FROM + " where f.seller_account_id = ? order by f.id desc limit 200",
        ResaleReading::row,
        accountId,
        accountId);
  }

  /** All offers of an event, for its organizer; filters: ticket, status. */
  static Slice<ResaleRow> slice(Sql sql, long eventId, ListQuery query) {
    Where where =
        new Where()
            .equal("f.event_id", eventId)
            .startsWith("t.code", query.filter("ticket"))
            .equal("f.status", query.filter("status"));
    return new Slice<>(
        sql.list(
            COLUMNS.replace("f.seller_account_id = ? as mine", "true as mine")
                + FROM
                + where.sql()
                + Where.order(query, SORTS, "f.id")
                + " limit ? offset ?",
            ResaleReading::row,
            where.parameters(query.size(), query.first())),
        sql.number("select count(*)" + FROM + where.sql(), where.parameters()));
  }

  private static ResaleRow row(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new ResaleRow(
        row.getString("code"),
        row.getBoolean("mine") ? row.getString("ticket") : null,
        row.getString("slug"),
        row.getString("title"),
        Sql.instant(row, "starts_at"),
        ZoneId.of(row.getString("zone")),
        row.getString("venue"),
        row.getString("type"),
        row.getString("seat"),
        new Money(row.getLong("price_minor"), currency),
        new Money(row.getLong("fee_minor"), currency),
        ResaleStatus.valueOf(row.getString("status")),
        row.getBoolean("held"),
        row.getBoolean("awaited"),
        Sql.instant(row, "offered_at"),
        Sql.instant(row, "closes_at"),
        Sql.instant(row, "ended_at"));
  }
}
