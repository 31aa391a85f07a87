package fan.encore.order;

import fan.encore.account.Roles;
import fan.encore.payment.BeginPayment;
import fan.encore.payment.Payments;
import fan.encore.security.OnlyFor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.util.Optional;

/**
 * Turns a reservation into an order and sends the fan to pay for it. The order is committed before
 * the provider is called; no transaction is open meanwhile. A declined payment changes nothing
 * here: while the tickets are held she can pay again.
 */
@ApplicationScoped
@OnlyFor({Roles.FAN, Roles.GUEST})
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class Checkout {

  /** What our payments of tickets are called. */
  static final String PURPOSE = "TICKETS";

  @Inject private Holds holds;
  @Inject private SaleDesk desk;
  @Inject private OrderBook orders;
  @Inject private Payments payments;
  @Inject private CartCheckout carts;

  /**
   * What these tickets would cost now, with every fee, without holding them.
   *
   * @throws fan.encore.event.NotOnSale outside of the sale's time
   * @throws fan.encore.promo.PromoUnknown if a code is none, or its time is not now
   */
  public Quote quote(long accountId, HoldTickets wanted) {
    return holds.quote(accountId, wanted);
  }

  /**
   * Makes the order of a reservation and begins its payment; free tickets are sold at once. The
   * same key and request again answer the same order.
   *
   * @throws ReservationExpired if the time is over
   * @throws AlreadyOrdered if the reservation has another order
   * @throws SaleBusy if more fans order at this moment than can be served
   * @throws fan.encore.payment.ProviderUnavailable if the provider does not answer: the order
   *     stands and {@link #pay} can be tried again
   */
  public PlacedOrder place(long accountId, @Valid PlaceOrder wanted) {
    Optional<Receivable> placed = wanted.plain() ? desk.ask(accountId, wanted) : Optional.empty();
    return pay(accountId, placed.orElseGet(() -> orders.record(accountId, wanted)));
  }

  /**
   * Begins a payment for an order whose tickets are still held, or takes up the one that is open.
   * An order of a cart is paid with the others while all of them are held.
   *
   * @throws OrderNotFound if there is none, or it is somebody else's
   * @throws NotPayable if it does not wait for a payment any more
   */
  public PlacedOrder pay(long accountId, String orderCode) {
    Receivable due = orders.receivable(accountId, orderCode);
    if (!due.payable()) {
      throw new NotPayable();
    }
    return carts
        .payWith(accountId, orderCode)
        .map(cart -> new PlacedOrder(orderCode, cart.redirectUrl()))
        .orElseGet(() -> pay(accountId, due));
  }

  private PlacedOrder pay(long accountId, Receivable due) {
    String page = "/my/order?code=" + due.orderCode();
    if (!due.payable()) {
      return new PlacedOrder(due.orderCode(), page);
    }
    return new PlacedOrder(
        due.orderCode(),
        payments
            .begin(
                new BeginPayment(
                    accountId, PURPOSE, due.orderCode(), due.total(), due.description(), page))
            .redirectUrl());
  }
}
