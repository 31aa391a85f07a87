package fan.encore.checkin;

import fan.encore.shared.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Whose door is whose. */
@Dependent
class DoorEvents {

  static final String CHECK_IN = "CHECK_IN";
  static final String DOOR = "DOOR";

  private final Sql sql;

  @Inject
  DoorEvents(Sql sql) {
    this.sql = sql;
  }

  /**
   * The event's number.
   *
   * @param permission what the keeper must be allowed there; a device may check in and no more
   * @throws EventNotYours if there is no such event, or the keeper may not
   */
  long id(String slug, Keeper keeper, String permission) {
    return sql.first(
            "select e.id from encore.live_event e where e.slug = ? and case when ?::bigint is null"
                + " then ? or encore.may(e.id, ?, ?)"
                + " else ? = 'CHECK_IN' and exists (select 1 from encore.gate_device d"
                + " where d.id = ? and d.event_id = e.id and d.revoked_at is null) end",
            row -> row.getLong(1),
            slug,
            keeper.deviceId(),
            keeper.anyEvent(),
            keeper.accountId(),
            permission,
            permission,
            keeper.deviceId())
        .orElseThrow(EventNotYours::new);
  }

  /**
   * As {@link #id}, for whoever may check in there or set up the door.
   *
   * @throws EventNotYours if there is no such event, or the keeper may do neither
   */
  long seen(String slug, Keeper keeper) {
    try {
      return id(slug, keeper, CHECK_IN);
    } catch (EventNotYours mayNotScan) {
      return id(slug, keeper, DOOR);
    }
  }
}
