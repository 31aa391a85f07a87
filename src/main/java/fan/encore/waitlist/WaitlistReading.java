package fan.encore.waitlist;

import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The readings of waiting lists and of places in them. */
final class WaitlistReading {

  private static final String TYPES =
      "select t.id, t.code, t.name, a.name as artist, t.sale_until, s.free, w.active, w.offer_minutes, w.largest_group,"
          + " w.priority_medals, w.closes_at, w.ticket_type_id is null as unset,"
          + " e.status <> 'PUBLISHED' or least(t.sale_until, e.ends_at, w.closes_at) <= ? as over,"
          + " (select coalesce(sum(l.quantity), 0) from encore.waitlist_kept k"
          + " join encore.reservation_line l on l.reservation_id = k.reservation_id where k.ticket_type_id = t.id) as kept,"
          + " coalesce(q.fans, 0) as fans, coalesce(q.tickets, 0) as tickets"
          + " from encore.live_event e join encore.ticket_type t on t.event_id = e.id"
          + " join encore.ticket_stock s on s.ticket_type_id = t.id"
          + " left join encore.artist a on a.id = e.artist_id"
          + " left join encore.waitlist w on w.ticket_type_id = t.id"
          + " left join lateral (select count(*) as fans, sum(x.quantity) as tickets from encore.waitlist_entry x"
          + " where x.ticket_type_id = t.id and x.status = 'WAITING') q on true"
          + " where e.slug = ? order by t.place";

  private static final String PLACES =
      "select p.*, e.slug, e.title, e.starts_at, v.zone, v.name || ', ' || v.city as venue, t.name as type,"
          + " o.code as order_code, case when p.status = 'WAITING' then (select count(*) from encore.waitlist_entry x"
          + " where x.ticket_type_id = p.ticket_type_id and x.status = 'WAITING'"
          + " and (-x.priority, x.joined_at, x.id) < (-p.priority, p.joined_at, p.id)) else 0 end as ahead"
          + " from encore.waitlist_entry p join encore.ticket_type t on t.id = p.ticket_type_id"
          + " join encore.live_event e on e.id = t.event_id join encore.venue v on v.id = e.venue_id"
          + " left join encore.ticket_reservation r on r.code = p.reservation"
          + " left join encore.ticket_order o on o.reservation_id = r.id";

  private WaitlistReading() {}

  static List<WaitlistType> types(Sql sql, String slug, Instant now) {
    return sql.list(TYPES, WaitlistReading::type, now, slug);
  }

  /** The fan's places, open ones first, then the latest. */
  static List<WaitingPlace> of(Sql sql, long accountId) {
    return sql.list(
        PLACES
            + " where p.account_id = ? order by p.status in ('WAITING', 'OFFERED') desc, p.id desc limit 100",
        WaitlistReading::place,
        accountId);
  }

  static WaitingPlace place(Sql sql, String code) {
    return sql.first(PLACES + " where p.code = ?", WaitlistReading::place, code)
        .orElseThrow(NotWaiting::new);
  }

  private static WaitlistType type(ResultSet row) throws SQLException {
    return new WaitlistType(
        row.getLong("id"),
        row.getString("code"),
        row.getString("name"),
        row.getString("artist"),
        row.getBoolean("unset") ? WaitlistTerms.USUAL : terms(row),
        row.getBoolean("over"),
        row.getInt("free"),
        row.getInt("kept"),
        row.getInt("fans"),
        row.getInt("tickets"),
        Sql.instant(row, "sale_until"));
  }

  private static WaitlistTerms terms(ResultSet row) throws SQLException {
    return new WaitlistTerms(
        row.getBoolean("active"),
        row.getInt("offer_minutes"),
        row.getInt("largest_group"),
        Sql.nullableLong(row, "priority_medals"),
        Sql.instant(row, "closes_at"));
  }

  private static WaitingPlace place(ResultSet row) throws SQLException {
    return new WaitingPlace(
        row.getString("code"),
        row.getString("slug"),
        row.getString("title"),
        Sql.instant(row, "starts_at"),
        ZoneId.of(row.getString("zone")),
        row.getString("venue"),
        row.getString("type"),
        row.getInt("quantity"),
        row.getInt("priority") > 0,
        row.getInt("ahead"),
        PlaceStatus.valueOf(row.getString("status")),
        Sql.instant(row, "joined_at"),
        row.getString("reservation"),
        row.getString("order_code"),
        Sql.instant(row, "offer_expires_at"));
  }
}
