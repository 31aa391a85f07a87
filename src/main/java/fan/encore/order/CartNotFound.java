package fan.encore.order;

import fan.encore.shared.BusinessError;

/** The fan has no cart with this code. */
public final class CartNotFound extends BusinessError {
  public CartNotFound() {
    super(Kind.NOT_FOUND, "order.cart_not_found");
  }
}
