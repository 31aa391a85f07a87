package fan.encore.checkin;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Shows what happens at the doors: live counts and the last scans. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Doors {

  private static final int NEWEST = 20;
  private static final Duration STILL_ON = Duration.ofDays(2);

  private static final String EVENT =
      "select e.id, e.slug, e.title, e.starts_at, v.zone, v.name as venue,"
          + " (select count(*) from encore.ticket t where t.event_id = e.id and t.status = 'ISSUED'"
          + " and t.checked_in_at is not null) as admitted,"
          + " (select count(*) from encore.ticket t where t.event_id = e.id and t.status = 'ISSUED') as expected"
          + " from encore.live_event e join encore.venue v on v.id = e.venue_id";

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** For the container. */
  public Doors() {}

  /** Outside the server. */
  public Doors(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** The account's published events that are not long over, the next one first, without scans. */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  public List<Door> of(long accountId) {
    return sql.list(
        EVENT
            + " where e.status = 'PUBLISHED' and e.ends_at > ? and e.organizer_account_id = ?"
            + " order by e.starts_at limit 100",
        row -> door(row, List.of()),
        since(),
        accountId);
  }

  /** As {@link #of}, of all organizers. */
  @RolesAllowed(Roles.ADMIN)
  public List<Door> all() {
    return sql.list(
        EVENT + " where e.status = 'PUBLISHED' and e.ends_at > ? order by e.starts_at limit 100",
        row -> door(row, List.of()),
        since());
  }

  /**
   * The door of an event of one's own.
   *
   * @throws EventNotYours if there is no such event among the account's own
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  public Door door(String event, long accountId) {
    return sql.first(
            EVENT + " where e.slug = ? and e.organizer_account_id = ?",
            row -> door(row, scans(row.getLong("id"))),
            event,
            accountId)
        .orElseThrow(EventNotYours::new);
  }

  /**
   * As {@link #door}, of any event.
   *
   * @throws EventNotYours if there is no such event
   */
  @RolesAllowed(Roles.ADMIN)
  public Door anyDoor(String event) {
    return sql.first(EVENT + " where e.slug = ?", row -> door(row, scans(row.getLong("id"))), event)
        .orElseThrow(EventNotYours::new);
  }

  private List<Door.DoorScan> scans(long eventId) {
    return sql.list(
        "select s.scanned_at, s.gate, s.outcome, t.code, t.holder_name, case when y.seated then encore.ticket_title(t.id) else y.name end as type"
            + " from encore.scan s"
            + " left join encore.ticket t on t.id = s.ticket_id and t.event_id = s.event_id"
            + " left join encore.ticket_type y on y.id = t.ticket_type_id"
            + " where s.event_id = ? order by s.id desc limit ?",
        row ->
            new Door.DoorScan(
                Sql.instant(row, "scanned_at"),
                row.getString("gate"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("code"),
                row.getString("holder_name"),
                row.getString("type")),
        eventId,
        NEWEST);
  }

  private Instant since() {
    return clock.instant().minus(STILL_ON);
  }

  private static Door door(ResultSet row, List<Door.DoorScan> scans) throws SQLException {
    return new Door(
        row.getString("slug"),
        row.getString("title"),
        Sql.instant(row, "starts_at"),
        row.getString("zone"),
        row.getString("venue"),
        row.getLong("admitted"),
        row.getLong("expected"),
        scans);
  }
}
