package fan.encore.order;

import fan.encore.payment.Payments;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Gives one order of an event back that was called off or moved; giving it twice changes nothing.
 */
@Stateless
@PermitAll
public class EventRefundBook {

  private record Paid(long id, OrderStatus status, String payment, String provider, boolean alone) {

    /**
     * Whether a payment of its own is with a provider; what was free, sold by hand or paid together
     * with other orders goes back by itself.
     */
    boolean byProvider() {
      return payment != null && provider.equals(Payments.PROVIDER) && alone;
    }
  }

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Payments payments;
  @Inject private OrderRefunds refunds;

  /**
   * Asks the payment back and ticks the order off, in one transaction. The order is refunded and
   * its tickets die when the provider has done it; one that cost nothing is refunded here.
   *
   * @param reason what the payment's records say
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void give(String orderCode, String reason) {
    Paid order = paid(orderCode);
    if (order.payment() != null && !order.alone()) {
      payments.lock(order.payment());
    }
    LockedReservation.ofOrder(sql, orderCode).orElseThrow();
    order = paid(orderCode);
    if (order.status() == OrderStatus.PAID && order.byProvider()) {
      payments.refund(order.payment(), reason);
    } else if (order.status() == OrderStatus.PAID) {
      refunds.refundByHouse(
          orderCode, new RefundTickets(List.of(), false, true, reason, "event:" + reason));
    }
    sql.update(
        "update encore.event_refund set asked_at = ?, problem = null where order_id = ?",
        clock.instant(),
        order.id());
  }

  private Paid paid(String orderCode) {
    return sql.first(
            "select o.id, o.status, o.payment, o.provider, not exists (select"
                + " from encore.cart_order x join encore.ticket_cart c on c.id = x.cart_id"
                + " join encore.payment p on p.code = o.payment and p.subject = c.code"
                + " where x.order_id = o.id) as alone from encore.ticket_order o where o.code = ?",
            row ->
                new Paid(
                    row.getLong("id"),
                    OrderStatus.valueOf(row.getString("status")),
                    row.getString("payment"),
                    row.getString("provider"),
                    row.getBoolean("alone")),
            orderCode)
        .orElseThrow();
  }
}
