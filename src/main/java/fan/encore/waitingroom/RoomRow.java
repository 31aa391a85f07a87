package fan.encore.waitingroom;

import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** What the step of a room needs to know of it. */
record RoomRow(
    long eventId,
    String slug,
    RoomStatus status,
    Instant drawAt,
    boolean paused,
    int least,
    int most,
    int minutes,
    float perMinute,
    float flow,
    float carry,
    int placed,
    int called,
    Instant steppedAt,
    String commitment,
    byte[] seed,
    Long entrantsLeaf) {

  static RoomRow of(ResultSet row) throws SQLException {
    return new RoomRow(
        row.getLong("event_id"),
        row.getString("slug"),
        RoomStatus.valueOf(row.getString("status")),
        Sql.instant(row, "draw_at"),
        row.getBoolean("paused"),
        row.getInt("least_per_minute"),
        row.getInt("most_per_minute"),
        row.getInt("admission_minutes"),
        row.getFloat("per_minute"),
        row.getFloat("flow_per_minute"),
        row.getFloat("carry"),
        row.getInt("placed"),
        row.getInt("called"),
        Sql.instant(row, "stepped_at"),
        row.getString("commitment"),
        row.getBytes("seed"),
        Sql.nullableLong(row, "entrants_leaf"));
  }
}
