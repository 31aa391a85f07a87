package fan.encore.order;

import fan.encore.order.CartParts.Part;
import fan.encore.payment.PaymentCaptured;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Shares the payment of a cart out to its orders, in the transaction that tells of it: each order
 * is sold or its part goes back, and one that is lost does not take the others with it.
 */
@Stateless
@PermitAll
public class CartSale {

  private final Sql sql;
  private final TicketSale sale;

  @Inject
  public CartSale(Sql sql, TicketSale sale) {
    this.sql = sql;
    this.sale = sale;
  }

  /** For the container's proxy. */
  public CartSale() {
    this(null, null);
  }

  /**
   * A payment is in the books.
   *
   * @throws IllegalStateException if it is not what the cart asks for
   */
  public void onCaptured(@Observes PaymentCaptured captured) {
    if (!captured.purpose().equals(Checkout.PURPOSE) || !CartParts.isCart(captured.subject())) {
      return;
    }
    List<Part> parts = CartParts.lock(sql, captured.subject());
    if (parts.stream().mapToLong(Part::minor).sum() != captured.amount().minor()) {
      throw new IllegalStateException(
          captured.payment() + " does not pay what " + captured.subject() + " asks");
    }
    for (Part part : parts) {
      Money share = new Money(part.minor(), captured.amount().currency());
      sale.settle(
          part.order(),
          new PaymentCaptured(
              captured.payment(),
              captured.purpose(),
              captured.subject(),
              captured.accountId(),
              share));
    }
  }
}
