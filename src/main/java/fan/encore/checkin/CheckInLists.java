package fan.encore.checkin;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** The check-in lists of an event: what is let in where, and how many came. */
@Stateless
public class CheckInLists {

  static final String MAIN = "main";

  private static final String LISTS =
      "select l.code, l.name, l.opens_at, l.closes_at, l.reentry, l.rotating,"
          + " array(select y.code from encore.ticket_type y where y.id = any (l.ticket_type_ids) order by y.place, y.id) as types,"
          + " (select count(*) from encore.ticket t where t.event_id = l.event_id and t.status = 'ISSUED'"
          + " and (l.ticket_type_ids = '{}' or t.ticket_type_id = any (l.ticket_type_ids))) as expected,"
          + " count(a.ticket_id) filter (where a.entries > 0) as admitted,"
          + " count(a.ticket_id) filter (where a.inside) as inside, coalesce(sum(a.doubles), 0) as doubles"
          + " from encore.check_in_list l left join encore.admission a on a.list_id = l.id"
          + " where l.event_id = ? and l.removed_at is null group by l.id order by l.id";

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private DoorEvents events;

  /** For the container. */
  public CheckInLists() {}

  /** Outside the server. */
  public CheckInLists(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
    this.events = new DoorEvents(sql);
  }

  /**
   * The lists that are offered at the door, the oldest first.
   *
   * @throws EventNotYours if there is no such event where the keeper may check in or set up the
   *     door
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN, Roles.GATE})
  public List<CheckInList> of(String event, Keeper keeper) {
    return lists(sql, events.seen(event, keeper));
  }

  /**
   * What a list may be made of: code and name of the event's ticket types, in their order.
   *
   * @throws EventNotYours if there is no such event where the keeper may check in or set up the
   *     door
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN, Roles.GATE})
  public List<DoorBundle.BundleType> ticketTypes(String event, Keeper keeper) {
    return sql.list(
        "select code, name from encore.ticket_type where event_id = ? order by place, id",
        row -> new DoorBundle.BundleType(row.getString(1), row.getString(2)),
        events.seen(event, keeper));
  }

  /**
   * @return the new list's code
   * @throws EventNotYours if there is no such event whose door the keeper may set up
   * @throws CheckInListNotFound if a ticket type is not the event's
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  @Audited("checkin.add_list")
  public String add(@Audited.Subject String event, @Valid CheckInListDraft draft, Keeper keeper) {
    long id = events.id(event, keeper, DoorEvents.DOOR);
    String code = Codes.random("list-", 8).toLowerCase(Locale.ROOT);
    sql.update(
        "insert into encore.check_in_list"
            + " (event_id, code, name, ticket_type_ids, opens_at, closes_at, reentry, rotating)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        code,
        draft.name().strip(),
        types(id, draft),
        draft.opensAt(),
        draft.closesAt(),
        draft.reentry(),
        draft.rotating());
    return code;
  }

  /**
   * Changes a list; who was let in stays let in.
   *
   * @throws EventNotYours if there is no such event whose door the keeper may set up
   * @throws CheckInListNotFound if there is no such list, or a ticket type is not the event's
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  @Audited("checkin.edit_list")
  public void edit(
      @Audited.Subject String event, String list, @Valid CheckInListDraft draft, Keeper keeper) {
    long id = events.id(event, keeper, DoorEvents.DOOR);
    found(
        sql.update(
            "update encore.check_in_list set name = ?, ticket_type_ids = ?, opens_at = ?, closes_at = ?,"
                + " reentry = ?, rotating = ? where event_id = ? and code = ? and removed_at is null",
            draft.name().strip(),
            types(id, draft),
            draft.opensAt(),
            draft.closesAt(),
            draft.reentry(),
            draft.rotating(),
            id,
            list));
  }

  /**
   * Offers a list no more; what devices scanned for it is still taken. The first one stays.
   *
   * @throws EventNotYours if there is no such event whose door the keeper may set up
   * @throws CheckInListNotFound if there is no such list, or it is the first one
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  @Audited("checkin.remove_list")
  public void remove(@Audited.Subject String event, String list, Keeper keeper) {
    long id = events.id(event, keeper, DoorEvents.DOOR);
    found(
        sql.update(
            "update encore.check_in_list set removed_at = ?"
                + " where event_id = ? and code = ? and code <> ? and removed_at is null",
            clock.instant(),
            id,
            list,
            MAIN));
  }

  static List<CheckInList> lists(Sql sql, long eventId) {
    return sql.list(LISTS, CheckInLists::list, eventId);
  }

  private Long[] types(long eventId, CheckInListDraft draft) {
    List<Long> ids =
        sql.list(
            "select id from encore.ticket_type where event_id = ? and code = any (?) order by id",
            row -> row.getLong(1),
            eventId,
            draft.ticketTypes().toArray(String[]::new));
    found(ids.size() == draft.ticketTypes().stream().distinct().count() ? 1 : 0);
    return ids.toArray(Long[]::new);
  }

  private static void found(int rows) {
    if (rows == 0) {
      throw new CheckInListNotFound();
    }
  }

  private static CheckInList list(ResultSet row) throws SQLException {
    return new CheckInList(
        row.getString("code"),
        row.getString("name"),
        List.of((String[]) row.getArray("types").getArray()),
        Sql.instant(row, "opens_at"),
        Sql.instant(row, "closes_at"),
        row.getBoolean("reentry"),
        row.getBoolean("rotating"),
        row.getLong("expected"),
        row.getLong("admitted"),
        row.getLong("inside"),
        row.getLong("doubles"));
  }
}
