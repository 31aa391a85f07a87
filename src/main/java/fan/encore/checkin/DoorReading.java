package fan.encore.checkin;

import fan.encore.shared.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The queries behind a door's picture of itself. */
@Dependent
class DoorReading {

  private static final int NEWEST = 20;
  private static final int MOST_DOUBLES = 50;

  private static final String JOINED =
      " left join encore.ticket t on t.id = s.ticket_id and t.event_id = s.event_id"
          + " left join encore.ticket_type y on y.id = t.ticket_type_id"
          + " left join encore.gate_device d on d.id = s.device_id"
          + " join encore.check_in_list l on l.id = s.list_id";

  /** The order of {@code encore.fold_admission}: the same entry is the one too many. */
  private static final String DOUBLES =
      "with step as (select s.*, l.reentry,"
          + " lag(s.direction) over way as before, lag(s.scanned_at) over way as kept_at, lag(s.gate) over way as kept_gate,"
          + " count(*) filter (where s.direction = 'ENTRY') over way as entries"
          + " from encore.scan s join encore.admission a on a.ticket_id = s.ticket_id and a.list_id = s.list_id"
          + " join encore.check_in_list l on l.id = s.list_id"
          + " where a.event_id = ? and a.doubles > 0 and s.admitted and s.direction in ('ENTRY', 'EXIT')"
          + " and s.outcome in ('VALID', 'DOUBLE', 'NOT_INSIDE')"
          + " and not exists (select 1 from encore.scan u where u.undoes_id = s.id)"
          + " window way as (partition by s.ticket_id, s.list_id order by s.scanned_at, coalesce(s.device_id, 0), s.nonce)),"
          + " wrong as (select id, ticket_id, list_id, 'DOUBLE' as outcome, scanned_at, gate, kept_at, kept_gate from step"
          + " where direction = 'ENTRY' and (before = 'ENTRY' or entries > 1 and not reentry)"
          + " union all select id, ticket_id, list_id, outcome, scanned_at, gate, null, null from encore.scan"
          + " where event_id = ? and admitted and direction = 'ENTRY' and outcome not in ('VALID', 'DOUBLE'))"
          + " select w.id, w.outcome, w.scanned_at, w.gate, w.kept_at, w.kept_gate, l.code as list,"
          + " case when t.event_id = l.event_id then t.code end as code,"
          + " case when t.event_id = l.event_id then t.holder_name end as holder_name"
          + " from wrong w join encore.check_in_list l on l.id = w.list_id left join encore.ticket t on t.id = w.ticket_id"
          + " order by w.scanned_at desc, w.id desc limit ?";

  private final Sql sql;

  @Inject
  DoorReading(Sql sql) {
    this.sql = sql;
  }

  List<Door.DoorScan> scans(long eventId) {
    return sql.list(
        "select s.id, s.scanned_at, s.gate, s.outcome, s.direction, l.code as list, d.name as device,"
            + " t.code, t.holder_name, case when y.seated then encore.ticket_title(t.id) else y.name end as type,"
            + " s.admitted and s.direction <> 'UNDO' and s.outcome in ('VALID', 'DOUBLE', 'NOT_INSIDE')"
            + " and not exists (select 1 from encore.scan u where u.undoes_id = s.id) as undoable"
            + " from encore.scan s"
            + JOINED
            + " where s.event_id = ? order by s.id desc limit ?",
        DoorReading::scan,
        eventId,
        NEWEST);
  }

  List<Door.DoubleEntry> doubles(long eventId) {
    return sql.list(DOUBLES, DoorReading::twice, eventId, eventId, MOST_DOUBLES);
  }

  private static Door.DoorScan scan(ResultSet row) throws SQLException {
    return new Door.DoorScan(
        row.getLong("id"),
        Sql.instant(row, "scanned_at"),
        row.getString("gate"),
        Outcome.valueOf(row.getString("outcome")),
        Direction.valueOf(row.getString("direction")),
        row.getString("list"),
        row.getString("device"),
        row.getString("code"),
        row.getString("holder_name"),
        row.getString("type"),
        row.getBoolean("undoable"));
  }

  private static Door.DoubleEntry twice(ResultSet row) throws SQLException {
    return new Door.DoubleEntry(
        row.getLong("id"),
        Outcome.valueOf(row.getString("outcome")),
        Sql.instant(row, "scanned_at"),
        row.getString("gate"),
        row.getString("list"),
        row.getString("code"),
        row.getString("holder_name"),
        Sql.instant(row, "kept_at"),
        row.getString("kept_gate"));
  }
}
