package fan.encore.order;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** What became of holds: shows them, gives them back, and notices when their time is over. */
@Stateless
@RolesAllowed({Roles.FAN, Roles.GUEST})
public class Reservations {

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** For the container. */
  public Reservations() {}

  /** Outside the server. */
  public Reservations(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @throws ReservationNotFound if there is none, or it is somebody else's
   */
  public ReservationView byCode(long accountId, String code) {
    return ReservationReading.view(sql, accountId, code).orElseThrow(ReservationNotFound::new);
  }

  /**
   * Gives the tickets back before their time; nothing happens when the hold has ended already.
   *
   * @throws ReservationNotFound if there is none, or it is somebody else's
   */
  public void release(long accountId, String code) {
    LockedReservation reservation =
        LockedReservation.byCode(sql, accountId, code).orElseThrow(ReservationNotFound::new);
    sql.first("select encore.release_hold(?)", row -> row.getBoolean(1), reservation.id());
  }

  /**
   * Ends holds whose time is over.
   *
   * @param limit most reservations of one call
   * @return how many ended; as many as the limit means that there may be more
   */
  @RolesAllowed(Roles.SYSTEM)
  public int expireDue(int limit) {
    return (int) sql.number("select encore.expire_reservations(?, ?)", clock.instant(), limit);
  }
}
