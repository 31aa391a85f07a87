package fan.encore.order;

import fan.encore.order.OrderReturns.Seat;
import fan.encore.payment.Payments;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Tickets of orders whose places others have paid for: what they are worth, and how they end. The
 * money goes back as with any refund, but the stock stays as it is.
 */
@Stateless
@PermitAll
public class ResoldSeats {

  private final Sql sql;
  private final Payments payments;
  private final OrderReturns returns;

  @Inject
  public ResoldSeats(Sql sql, Payments payments, OrderReturns returns) {
    this.sql = sql;
    this.payments = payments;
    this.returns = returns;
  }

  /** For the container's proxy. */
  public ResoldSeats() {
    this(null, null, null);
  }

  /**
   * What was paid in money for a ticket, its service fee included: what a refund would bring now.
   *
   * @return zero when there is nothing to give back: for tickets of a bundle, free ones, those sold
   *     by hand, and orders that are not paid
   */
  public Money worth(String orderCode, SoldSeat seat) {
    SoldOrder order = SoldOrder.byCode(sql, orderCode).orElseThrow(OrderNotFound::new);
    return worth(order, seat);
  }

  private Money worth(SoldOrder order, SoldSeat seat) {
    long minor =
        find(order, seat)
            .map(
                one ->
                    new RefundSum(order.total().minor(), order.grossMinor())
                        .of(order.valueBefore(), one.priceMinor() + one.feeMinor()))
            .orElse(0L);
    return new Money(minor, order.total().currency());
  }

  private Optional<Seat> find(SoldOrder order, SoldSeat seat) {
    if (order.status() != OrderStatus.PAID
        || order.payment() == null
        || !order.provider().equals(Payments.PROVIDER)) {
      return Optional.empty();
    }
    return returns.left(order).stream()
        .filter(one -> one.single() && one.seat().equals(seat))
        .findFirst();
  }

  /**
   * Waits for whoever works on the order's payment or tickets and keeps others from them until the
   * caller's transaction ends.
   *
   * @return whether so much of the payment can still go back
   */
  public boolean lock(String orderCode, long minor) {
    SoldOrder order = SoldOrder.byCode(sql, orderCode).orElseThrow(OrderNotFound::new);
    payments.lock(order.payment());
    LockedReservation.ofOrder(sql, orderCode);
    return payments.left(order.payment()) >= minor;
  }

  /**
   * Ends a ticket, behind {@link #lock}, and gives its owner money.
   *
   * @param minor what goes back; of it no more than was paid for the ticket
   * @param offer code of the offer by which it was sold on; the key of the refund
   * @throws OrderNotRefundable if the ticket is not the order's any more
   */
  public void give(String orderCode, SoldSeat seat, long minor, String offer) {
    SoldOrder order = SoldOrder.byCode(sql, orderCode).orElseThrow(OrderNotFound::new);
    Seat sold = find(order, seat).orElseThrow(OrderNotRefundable::new);
    long back = Math.min(minor, worth(order, seat).minor());
    RefundTickets wanted =
        new RefundTickets(List.of(seat), false, false, "resale", "resale:" + offer);
    String code = returns.enter(order, List.of(sold), wanted, null, back, offer);
    if (back > 0) {
      payments.refund(order.payment(), code, back, "resale");
    }
    returns.part(order, List.of(sold), false);
  }
}
