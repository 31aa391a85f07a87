package fan.encore.order;

import fan.encore.shared.Sql;
import java.util.List;

/** What the payment of a cart is shared out to. */
final class CartParts {

  private static final String PREFIX = "CART-";

  private CartParts() {}

  /**
   * @param order its code
   * @param minor its share of the payment
   */
  record Part(String order, long minor) {}

  /** Whether a payment of tickets pays a cart, by its subject. */
  static boolean isCart(String subject) {
    return subject.startsWith(PREFIX);
  }

  /**
   * Locks everything that a change of the cart's orders may touch and lists them, those of one
   * event together: all who work on carts go through events in the same order.
   */
  static List<Part> lock(Sql sql, String cart) {
    sql.first("select encore.lock_cart(?)", row -> true, cart);
    return sql.list(
        "select o.code, x.amount_minor from encore.ticket_cart c"
            + " join encore.cart_order x on x.cart_id = c.id"
            + " join encore.ticket_order o on o.id = x.order_id"
            + " where c.code = ? order by o.event_id, o.id",
        row -> new Part(row.getString(1), row.getLong(2)),
        cart);
  }
}
