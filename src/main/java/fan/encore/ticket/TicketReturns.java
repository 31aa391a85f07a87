package fan.encore.ticket;

import fan.encore.order.SeatsRefunded;
import fan.encore.order.SoldSeat;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Ends tickets one by one when they are given back, or refuses because one let somebody in. */
@Stateless
@PermitAll
public class TicketReturns {

  @Inject private Sql sql;

  /** For the container. */
  public TicketReturns() {}

  /** Outside the server. */
  public TicketReturns(Sql sql) {
    this.sql = sql;
  }

  /**
   * In the transaction that gives them back. Entering and this are one conditional update of the
   * ticket's row each, so that only one of them succeeds.
   *
   * @throws TicketUsed if one was scanned and used ones must not go back
   */
  public void cancel(@Observes SeatsRefunded refunded) {
    int cancelled =
        sql.update(
            "update encore.ticket t set status = 'CANCELLED'"
                + " from encore.ticket_order o, encore.ticket_type y,"
                + " unnest(?::text[], ?::integer[]) as seat (type, number)"
                + " where o.code = ? and t.order_id = o.id and y.id = t.ticket_type_id"
                + " and y.code = seat.type and t.number = seat.number and t.status = 'ISSUED'"
                + " and (? or t.checked_in_at is null)",
            refunded.seats().stream().map(SoldSeat::ticketType).toArray(String[]::new),
            refunded.seats().stream().map(SoldSeat::number).toArray(Integer[]::new),
            refunded.orderCode(),
            refunded.evenIfUsed());
    if (cancelled < refunded.seats().size() && !refunded.evenIfUsed()) {
      throw new TicketUsed();
    }
  }
}
