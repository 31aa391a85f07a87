package fan.encore.seat;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Tells fans which seats their reservations and orders have. */
@Stateless
@RolesAllowed({Roles.FAN, Roles.GUEST})
public class HeldSeats {

  @Inject private Sql sql;

  /**
   * The seats of a reservation of one's own, the best first; what has ended still tells what it
   * had.
   *
   * @return empty without seats, and for somebody else's reservation
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<BoughtSeat> of(long accountId, String reservationCode) {
    return sql.list(
        BoughtSeat.COLUMNS
            + " from encore.ticket_reservation r"
            + " join encore.seat_hold h on h.reservation_id = r.id"
            + BoughtSeat.JOINED
            + " where r.code = ? and r.account_id = ? and r.seated order by s.line, s.position",
        BoughtSeat::of,
        reservationCode,
        accountId);
  }
}
