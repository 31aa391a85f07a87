package fan.encore.inserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.account.Enrol;
import fan.encore.account.Enrolment;
import fan.encore.account.Role;
import fan.encore.app.SystemEntrance;
import fan.encore.order.CartCheckout;
import fan.encore.order.PlaceCart;
import fan.encore.order.PlacedCart;
import fan.encore.payment.Payments;
import fan.encore.shared.Codes;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages about the payment of a cart in any order, doubled and late, end in one state. */
@ExtendWith(ArquillianExtension.class)
class CartPaymentsIT {

  /** Nobody signs in with it. */
  private static final String HASH = "$argon2id$v=19$m=16,t=1,p=1$c2FsdHNhbHQ$aGFzaA";

  @Inject private Sql sql;
  @Inject private CartCheckout checkout;
  @Inject private Payments payments;
  @Inject private Enrolment enrolment;
  @Inject private SystemEntrance system;

  private long fan;

  private record Bought(PlacedCart cart, String payment, String checkout, long minor) {}

  /**
   * What can be seen when all is over.
   *
   * @param orders their statuses
   * @param backMinor what goes back, done or not
   * @param unclaimed money that neither an order has nor goes back
   */
  private record End(
      String payment, List<String> orders, long tickets, long backMinor, long unclaimed) {}

  @BeforeEach
  void comes() throws Exception {
    String email = "holder-" + Codes.random("", 12) + "@encore.test";
    LocalDate born = LocalDate.of(1999, 4, 1);
    Enrol enrol = new Enrol(email, "Holder", HASH, "en", born, "JP", null, Set.of(Role.FAN));
    fan = system.call(() -> enrolment.enrol(enrol));
  }

  @Test
  void inWhateverOrderMessagesComeAllOrdersAreSoldOnce() throws Exception {
    Bought orderly = cart(2);
    deliver(message(orderly, "paid"));
    End wanted = end(orderly);
    assertEquals(new End("CAPTURED", List.of("PAID", "PAID"), 4, 0, 0), wanted);
    for (int seed = 1; seed <= 8; seed++) {
      Bought bought = cart(2);
      deliverShuffled(bought, seed);
      assertEquals(wanted, end(bought), "seed " + seed);
    }
  }

  @Test
  void aLatePaymentSellsWhatIsThereAndTheRestGoesBackOnce() throws Exception {
    Bought orderly = lateCart();
    deliver(message(orderly, "paid"));
    End wanted = end(orderly);
    assertEquals(new End("CAPTURED", List.of("PAID", "REFUNDED"), 2, 8400, 0), wanted);
    for (int seed = 1; seed <= 6; seed++) {
      Bought bought = lateCart();
      deliverShuffled(bought, seed);
      assertEquals(wanted, end(bought), "seed " + seed);
    }
  }

  private void deliverShuffled(Bought bought, int seed) throws Exception {
    List<byte[]> messages = new ArrayList<>();
    for (String status : List.of("paid", "expired", "declined")) {
      messages.addAll(Collections.nCopies(1 + seed % 3, message(bought, status)));
    }
    messages.add(message(bought, "paid"));
    Collections.shuffle(messages, new Random(seed));
    for (byte[] one : messages) {
      deliver(one);
    }
  }

  /** A cart of two events whose holds are over, and of the second nothing is left. */
  private Bought lateCart() throws Exception {
    Bought bought = cart(2);
    sql.update(
        "update encore.ticket_reservation set created_at = created_at - interval '1 day',"
            + " expires_at = expires_at - interval '1 day' where account_id = ?"
            + " and status = 'HELD'",
        fan);
    sql.number("select encore.expire_reservations(now(), 1000)");
    String rival = Codes.random("R-", 12);
    sql.first(
        "select h.o_outcome from encore.ticket_order o"
            + " join encore.order_line l on l.order_id = o.id cross join lateral"
            + " encore.hold_tickets(?, ?, o.event_id, 'JPY', ?, '', now(),"
            + " now() + interval '1 hour', array[l.ticket_type_id], array[10],"
            + " array[4000::bigint], array[200::bigint]) h where o.code = ?",
        row -> row.getString(1),
        rival,
        fan,
        rival,
        bought.cart().orders().get(1));
    return bought;
  }

  private End end(Bought bought) {
    String[] orders = bought.cart().orders().toArray(String[]::new);
    return sql.first(
            "select p.status, array(select o.status from encore.ticket_order o"
                + " where o.code = any(?) order by o.status), (select count(*) from encore.ticket t"
                + " join encore.ticket_order o on o.id = t.order_id where o.code = any(?)"
                + " and t.status = 'ISSUED'), p.refund_minor,"
                + " (select coalesce(sum(b.balance), 0) from encore.ledger_balance b"
                + " join encore.ledger_account a on a.id = b.account_id"
                + " where a.owner_kind = 'payment' and a.owner = p.code)"
                + " - (select coalesce(sum(r.amount_minor), 0) from encore.payment_refund r"
                + " where r.payment_id = p.id and r.status <> 'SUCCEEDED')"
                + " from encore.payment p where p.code = ?",
            row ->
                new End(
                    row.getString(1),
                    List.of((String[]) row.getArray(2).getArray()),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5)),
            orders,
            orders,
            bought.payment())
        .orElseThrow();
  }

  /** Two tickets of each of so many events, ordered together and not yet paid. */
  private Bought cart(int events) throws Exception {
    List<PlaceCart.Line> lines = new ArrayList<>();
    for (int n = 0; n < events; n++) {
      lines.add(new PlaceCart.Line(HeldTickets.of(sql, fan).reservation(), List.of()));
    }
    PlaceCart wish = new PlaceCart(lines, "sandbox", "Holder", null, Codes.random("K-", 12));
    PlacedCart cart = system.call(() -> checkout.place(fan, wish));
    return sql.first(
            "select code, provider_id, amount_minor from encore.payment where subject = ?",
            row -> new Bought(cart, row.getString(1), row.getString(2), row.getLong(3)),
            cart.code())
        .orElseThrow();
  }

  private void deliver(byte[] body) throws Exception {
    String signature = SandboxMessages.signature(body);
    system.run(() -> payments.receive(signature, body));
  }

  private static byte[] message(Bought bought, String status) {
    Money amount = new Money(bought.minor(), "JPY");
    return SandboxMessages.checkout(bought.checkout(), bought.payment(), status, amount, 302);
  }
}
