package fan.encore.waitingroom;

import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads rooms. */
final class RoomReading {

  private static final String QUERY =
      "select w.*, e.slug, e.title, v.zone from encore.waiting_room w"
          + " join encore.live_event e on e.id = w.event_id"
          + " join encore.venue v on v.id = e.venue_id";

  private RoomReading() {}

  static Optional<RoomFigures> byEvent(Sql sql, long eventId) {
    return sql.first(QUERY + " where w.event_id = ?", RoomReading::figures, eventId);
  }

  /** Of an event that fans may see. */
  static Optional<RoomFigures> bySlug(Sql sql, String slug) {
    return sql.first(
        QUERY + " where e.slug = ? and e.status = 'PUBLISHED'", RoomReading::figures, slug);
  }

  private static RoomFigures figures(ResultSet row) throws SQLException {
    return new RoomFigures(
        row.getLong("event_id"),
        row.getString("slug"),
        row.getString("title"),
        row.getString("zone"),
        RoomStatus.valueOf(row.getString("status")),
        Sql.instant(row, "opens_at"),
        Sql.instant(row, "draw_at"),
        row.getBoolean("paused"),
        row.getInt("least_per_minute"),
        row.getInt("most_per_minute"),
        row.getInt("admission_minutes"),
        row.getInt("entrants"),
        row.getInt("placed"),
        row.getInt("called"),
        row.getInt("inside"),
        Math.round(row.getFloat("per_minute")),
        Math.round(row.getFloat("flow_per_minute")),
        row.getLong("p95_micros"));
  }
}
