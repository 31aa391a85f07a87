package fan.encore.order;

import fan.encore.account.Roles;
import fan.encore.payment.BeginPayment;
import fan.encore.payment.Payments;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Optional;

/**
 * Pays several reservations at once. The orders are committed before the provider is called; a
 * declined payment changes nothing, and while everything is held the fan can pay again.
 */
@Stateless
@RolesAllowed({Roles.FAN, Roles.GUEST})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CartCheckout {

  private static final String AFTERWARDS = "/my/orders";

  @Inject private CartBook book;
  @Inject private Payments payments;

  /**
   * Makes an order of each reservation, all or none, and begins the one payment of all. The same
   * key and request again answer the same; a cart of the same orders is taken up again.
   *
   * @throws ReservationExpired if the time of one is over: nothing is ordered then
   * @throws CurrenciesMixed if they are not in one currency
   * @throws fan.encore.payment.ProviderUnavailable if the provider does not answer: the orders
   *     stand and {@link #pay} can be tried again
   */
  public PlacedCart place(long accountId, @Valid PlaceCart wanted) {
    return begin(accountId, book.record(accountId, wanted));
  }

  /**
   * Begins a payment of a cart whose tickets are all held, or takes up the one that is open.
   *
   * @throws CartNotFound if there is none, or it is somebody else's
   * @throws NotPayable if some of it does not wait for a payment any more
   */
  public PlacedCart pay(long accountId, String cart) {
    CartDue due = book.due(accountId, cart);
    if (!due.payable()) {
      throw new NotPayable();
    }
    return begin(accountId, due);
  }

  /** As {@link #pay}, of the cart that an order is in; empty when it is in none to be paid. */
  public Optional<PlacedCart> payWith(long accountId, String orderCode) {
    return book.ofOrder(accountId, orderCode)
        .filter(CartDue::payable)
        .map(due -> begin(accountId, due));
  }

  private PlacedCart begin(long accountId, CartDue due) {
    String page =
        due.payable()
            ? payments
                .begin(
                    new BeginPayment(
                        accountId,
                        Checkout.PURPOSE,
                        due.code(),
                        due.total(),
                        due.description(),
                        AFTERWARDS))
                .redirectUrl()
            : AFTERWARDS;
    return new PlacedCart(due.code(), due.orders(), page);
  }
}
