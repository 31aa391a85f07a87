package fan.encore.order;

import fan.encore.payment.PaymentCaptured;
import fan.encore.shared.Money;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.Posting;
import fan.encore.wallet.Transfer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Where carts are placed and paid, at a box office. */
final class CartCounter {

  private static final AtomicLong NEXT = new AtomicLong();

  private final BoxOffice office;
  private final CartBook book;
  private final CartSale sale;

  CartCounter(BoxOffice office) {
    this.office = office;
    this.book = new CartBook(office.sql, office.clock, office.orders);
    this.sale = new CartSale(office.sql, office.sale);
  }

  CartDue place(long fan, String key, ReservationView... reservations) throws Exception {
    List<PlaceCart.Line> lines =
        Arrays.stream(reservations).map(one -> new PlaceCart.Line(one.code(), List.of())).toList();
    PlaceCart wanted = new PlaceCart(lines, "sandbox", "Aiko Mori", null, key);
    return office.transactions.call(() -> book.record(fan, wanted));
  }

  /** The provider has the money: it is in the books and the fact is announced. */
  PaymentCaptured capture(long fan, CartDue cart) throws Exception {
    String payment = "PAY-CART-" + NEXT.incrementAndGet();
    Money amount = cart.total();
    office.transactions.run(
        () ->
            office.ledger.post(
                Posting.of(
                    "payment.capture",
                    "payment.capture:" + payment,
                    payment,
                    Transfer.of(
                        AccountRef.clearing("sandbox", amount.currency()),
                        AccountRef.suspense(payment, amount.currency()),
                        amount.minor()))));
    PaymentCaptured captured = new PaymentCaptured(payment, "TICKETS", cart.code(), fan, amount);
    announce(captured);
    return captured;
  }

  void announce(PaymentCaptured captured) throws Exception {
    office.transactions.run(
        () -> {
          office.sale.onCaptured(captured);
          sale.onCaptured(captured);
        });
  }

  /** Of its orders, in the order in which they were answered. */
  List<String> statuses(CartDue cart) throws Exception {
    return office.transactions.call(
        () ->
            office.sql.list(
                "select o.status from unnest(?::text[]) with ordinality as w (code, n)"
                    + " join encore.ticket_order o on o.code = w.code order by w.n",
                row -> row.getString(1),
                (Object) cart.orders().toArray(String[]::new)));
  }

  /** What the cart's orders cost that were not sold. */
  long lostMinor(CartDue cart) throws Exception {
    return office.transactions.call(
        () ->
            office.sql.number(
                "select coalesce(sum(total_minor), 0) from encore.ticket_order"
                    + " where code = any(?) and status <> 'PAID'",
                (Object) cart.orders().toArray(String[]::new)));
  }

  /** What somebody sees who only looks. */
  List<String> heldOrders(CartDue cart) throws Exception {
    return office.transactions.call(
        () ->
            office.sql.list(
                "select o.code from encore.ticket_order o join encore.ticket_reservation r"
                    + " on r.id = o.reservation_id where o.code = any(?) and r.status = 'HELD'",
                row -> row.getString(1),
                (Object) cart.orders().toArray(String[]::new)));
  }

  /** Sells by what was seen before, as a shop without locks does. */
  void sellUnlooked(List<String> orders) throws Exception {
    for (String order : orders) {
      office.transactions.run(
          () -> {
            office.sql.update(
                "update encore.ticket_order set status = 'PAID', payment = 'P', paid_at = now()"
                    + " where code = ?",
                order);
            office.sql.update(
                "update encore.ticket_stock s set held = held - l.quantity, sold = sold + l.quantity"
                    + " from encore.order_line l join encore.ticket_order o on o.id = l.order_id"
                    + " where o.code = ? and s.ticket_type_id = l.ticket_type_id",
                order);
          });
    }
  }
}
