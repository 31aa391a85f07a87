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
import java.util.List;

/** Shows what happens at the doors: live counts, the last scans, and what needs a look. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN, Roles.GATE})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Doors {

  private static final Duration STILL_ON = Duration.ofDays(2);

  private static final String EVENT =
      "select e.id, e.slug, e.title, e.starts_at, v.zone, v.name as venue,"
          + " (select count(*) from encore.ticket t where t.event_id = e.id and t.status = 'ISSUED'"
          + " and t.checked_in_at is not null) as admitted,"
          + " (select count(*) from encore.ticket t where t.event_id = e.id and t.status = 'ISSUED') as expected"
          + " from encore.live_event e join encore.venue v on v.id = e.venue_id";

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private DoorEvents events;
  @Inject private DoorReading reading;

  /** For the container. */
  public Doors() {}

  /** Outside the server. */
  public Doors(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
    this.events = new DoorEvents(sql);
    this.reading = new DoorReading(sql);
  }

  /**
   * The published events that are not long over and where the keeper may check in or set up the
   * door, the next one first, without lists and scans.
   */
  public List<Door> of(Keeper keeper) {
    return sql.list(
        EVENT
            + " where e.status = 'PUBLISHED' and e.ends_at > ? and (? or e.organizer_account_id = ?"
            + " or encore.may(e.id, ?, 'CHECK_IN')) order by e.starts_at limit 100",
        row -> door(row, List.of(), List.of(), List.of()),
        clock.instant().minus(STILL_ON),
        keeper.anyEvent(),
        keeper.accountId(),
        keeper.accountId());
  }

  /**
   * The door of an event.
   *
   * @throws EventNotYours if there is no such event where the keeper may check in or set up the
   *     door
   */
  public Door door(String event, Keeper keeper) {
    long id = events.seen(event, keeper);
    return sql.first(
            EVENT + " where e.id = ?",
            row -> door(row, CheckInLists.lists(sql, id), reading.doubles(id), reading.scans(id)),
            id)
        .orElseThrow(EventNotYours::new);
  }

  private static Door door(
      ResultSet row,
      List<CheckInList> lists,
      List<Door.DoubleEntry> doubles,
      List<Door.DoorScan> scans)
      throws SQLException {
    return new Door(
        row.getString("slug"),
        row.getString("title"),
        Sql.instant(row, "starts_at"),
        row.getString("zone"),
        row.getString("venue"),
        row.getLong("admitted"),
        row.getLong("expected"),
        lists,
        doubles,
        scans);
  }
}
