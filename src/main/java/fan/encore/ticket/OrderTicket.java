package fan.encore.ticket;

import fan.encore.order.SoldSeat;
import java.time.Instant;

/**
 * A ticket as those see it who work on its order.
 *
 * @param seat its place in the order
 * @param checkedInAt when its holder was let in, or null
 */
public record OrderTicket(
    String code,
    SoldSeat seat,
    String type,
    String holder,
    TicketStatus status,
    Instant checkedInAt) {

  /** True when it can be given back without more ado. */
  public boolean ready() {
    return status == TicketStatus.READY;
  }
}
