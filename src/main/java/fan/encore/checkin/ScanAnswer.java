package fan.encore.checkin;

import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A scan as it was remembered, now or when its nonce came first.
 *
 * @param hash of the request that it was the answer to
 */
record ScanAnswer(String hash, ScanResult result) {

  /** What is told of a scan {@code s}, wherever it is taken from. */
  static final String COLUMNS =
      "s.id, s.outcome, s.direction, s.admitted, s.scanned_at, s.gate, s.request_hash, s.earlier_at,"
          + " s.earlier_gate, l.code as list, t.code, t.holder_name,"
          + " case when y.seated then encore.ticket_title(t.id) else y.name end as type, e.title,"
          + " e.starts_at, v.zone";

  /** What {@link #COLUMNS} needs besides the scan. */
  static final String JOINS =
      " left join encore.check_in_list l on l.id = s.list_id"
          + " left join encore.ticket t on t.id = s.ticket_id"
          + " left join encore.ticket_type y on y.id = t.ticket_type_id"
          + " left join encore.live_event e on e.id = t.event_id"
          + " left join encore.venue v on v.id = e.venue_id";

  static ScanAnswer of(ResultSet row) throws SQLException {
    Outcome outcome = Outcome.valueOf(row.getString("outcome"));
    boolean other = outcome == Outcome.WRONG_EVENT;
    return new ScanAnswer(
        row.getString("request_hash"),
        new ScanResult(
            row.getLong("id"),
            outcome,
            Direction.valueOf(row.getString("direction")),
            row.getString("list"),
            row.getBoolean("admitted"),
            Sql.instant(row, "scanned_at"),
            row.getString("gate"),
            other ? null : row.getString("code"),
            other ? null : row.getString("holder_name"),
            other ? null : row.getString("type"),
            Sql.instant(row, "earlier_at"),
            row.getString("earlier_gate"),
            other ? row.getString("title") : null,
            other ? Sql.instant(row, "starts_at") : null,
            other ? row.getString("zone") : null));
  }

  /**
   * @throws NonceReused if the nonce came with other content before
   */
  ScanResult to(String request) {
    if (!hash.equals(request)) {
      throw new NonceReused();
    }
    return result;
  }
}
