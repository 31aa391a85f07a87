package fan.encore.order;

import fan.encore.event.TicketStock;
import fan.encore.payment.Payments;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Gives one order of an event back that was called off or moved; giving it twice changes nothing.
 */
@Stateless
@PermitAll
public class EventRefundBook {

  private record Paid(long id, OrderStatus status, String payment) {}

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Payments payments;
  @Inject private TicketStock stock;
  @Inject private Event<Object> facts;

  /**
   * Asks the payment back and ticks the order off, in one transaction. The order is refunded and
   * its tickets die when the provider has done it; one that cost nothing is refunded here.
   *
   * @param reason what the payment's records say
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void give(String orderCode, String reason) {
    LockedReservation reservation = LockedReservation.ofOrder(sql, orderCode).orElseThrow();
    Paid order =
        sql.first(
                "select id, status, payment from encore.ticket_order where code = ?",
                row ->
                    new Paid(
                        row.getLong("id"),
                        OrderStatus.valueOf(row.getString("status")),
                        row.getString("payment")),
                orderCode)
            .orElseThrow();
    if (order.status() == OrderStatus.PAID && order.payment() != null) {
      payments.refund(order.payment(), reason);
    } else if (order.status() == OrderStatus.PAID) {
      sql.update(
          "update encore.ticket_order set status = 'REFUNDED', refunded_at = ? where id = ?",
          clock.instant(),
          order.id());
      stock.unsell(ReservationReading.quantities(sql, reservation.id()));
      facts.fire(new OrderRefunded(orderCode));
    }
    sql.update(
        "update encore.event_refund set asked_at = ?, problem = null where order_id = ?",
        clock.instant(),
        order.id());
  }
}
