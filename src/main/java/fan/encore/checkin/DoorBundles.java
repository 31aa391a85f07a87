package fan.encore.checkin;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import fan.encore.ticket.TicketSeal;
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

/** What gates take with them before the network goes. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN, Roles.GATE})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DoorBundles {

  /** Longer than any transaction that writes what a bundle tells. */
  private static final Duration IN_FLIGHT = Duration.ofMinutes(1);

  private static final String DIGEST =
      "encode(substr(sha256(convert_to(t.code, 'UTF8')), 1, 9), 'base64')";

  private static final String TICKETS =
      "select "
          + DIGEST
          + " || ' ' || y.nth || ' ' || case when t.status = 'ISSUED' then t.issue else 0 end"
          + " from encore.ticket t join (select id, row_number() over (order by place, id) - 1 as nth"
          + " from encore.ticket_type where event_id = ?) y on y.id = t.ticket_type_id where t.event_id = ?";

  private static final String ADMISSIONS =
      "select "
          + DIGEST
          + " || ' ' || l.code || ' ' || a.entries || ' ' || a.inside::integer || ' '"
          + " || coalesce(floor(extract(epoch from a.first_at)), 0)::bigint"
          + " from encore.admission a join encore.ticket t on t.id = a.ticket_id"
          + " join encore.check_in_list l on l.id = a.list_id where a.event_id = ?";

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private TicketSeal seal;
  @Inject private DoorEvents events;

  /** For the container. */
  public DoorBundles() {}

  /** Outside the server. */
  public DoorBundles(Sql sql, Clock clock, TicketSeal seal) {
    this.sql = sql;
    this.clock = clock;
    this.seal = seal;
    this.events = new DoorEvents(sql);
  }

  /**
   * @param since {@code next} of the answer before, or null for everything
   * @throws EventNotYours if there is no such event where the keeper may check in
   */
  public DoorBundle of(String event, Instant since, Keeper keeper) {
    long id = events.id(event, keeper, DoorEvents.CHECK_IN);
    return sql.first(
            "select e.slug, e.title, e.starts_at, v.zone, v.name as venue from encore.live_event e"
                + " join encore.venue v on v.id = e.venue_id where e.id = ?",
            row -> bundle(row, id, since),
            id)
        .orElseThrow(EventNotYours::new);
  }

  private DoorBundle bundle(ResultSet row, long id, Instant since) throws SQLException {
    Instant now = clock.instant();
    String slug = row.getString("slug");
    return new DoorBundle(
        slug,
        row.getString("title"),
        Sql.instant(row, "starts_at"),
        row.getString("zone"),
        row.getString("venue"),
        now,
        now.minus(IN_FLIGHT),
        since == null,
        seal.gateKeys(slug),
        types(id),
        CheckInLists.lists(sql, id),
        tickets(id, since),
        admissions(id, since));
  }

  private List<DoorBundle.BundleType> types(long id) {
    return sql.list(
        "select code, name from encore.ticket_type where event_id = ? order by place, id",
        row -> new DoorBundle.BundleType(row.getString(1), row.getString(2)),
        id);
  }

  private List<String> tickets(long id, Instant since) {
    return since == null
        ? sql.list(TICKETS, row -> row.getString(1), id, id)
        : sql.list(
            TICKETS
                + " and (t.issued_at > ? or t.id in (select c.ticket_id from encore.ticket_change c"
                + " where c.event_id = ? and c.changed_at > ?))",
            row -> row.getString(1),
            id,
            id,
            since,
            id,
            since);
  }

  private List<String> admissions(long id, Instant since) {
    return since == null
        ? sql.list(ADMISSIONS, row -> row.getString(1), id)
        : sql.list(ADMISSIONS + " and a.updated_at > ?", row -> row.getString(1), id, since);
  }
}
