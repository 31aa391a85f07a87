package fan.encore.inserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.account.Enrol;
import fan.encore.account.Enrolment;
import fan.encore.account.Role;
import fan.encore.app.SystemEntrance;
import fan.encore.order.Checkout;
import fan.encore.order.OrderRefunds;
import fan.encore.order.PlaceOrder;
import fan.encore.order.RefundTickets;
import fan.encore.order.SoldSeat;
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

/**
 * Late, doubled, reordered and missing messages about the payment of tickets: in the end everything
 * is as after the orderly sequence.
 */
@ExtendWith(ArquillianExtension.class)
class TicketPaymentsIT {

  /** Nobody signs in with it. */
  private static final String HASH = "$argon2id$v=19$m=16,t=1,p=1$c2FsdHNhbHQ$aGFzaA";

  @Inject private Sql sql;
  @Inject private Checkout checkout;
  @Inject private OrderRefunds refunds;
  @Inject private Payments payments;
  @Inject private Enrolment enrolment;
  @Inject private SystemEntrance system;

  private long fan;

  /**
   * What can be seen of an order when all is over.
   *
   * @param tickets how many are valid
   * @param suspense money that nobody claimed
   */
  private record End(
      String order, String payment, long tickets, long sold, long held, long suspense) {}

  private record Bought(String order, String payment, String checkout, long minor, long type) {}

  @BeforeEach
  void comes() throws Exception {
    String email = "holder-" + Codes.random("", 12) + "@encore.test";
    LocalDate born = LocalDate.of(1999, 4, 1);
    Enrol enrol = new Enrol(email, "Holder", HASH, "en", born, "JP", null, Set.of(Role.FAN));
    fan = system.call(() -> enrolment.enrol(enrol));
  }

  @Test
  void inWhateverOrderMessagesComeTheTicketsAreSoldOnce() throws Exception {
    Bought orderly = order();
    deliver(message(orderly, "paid"));
    End wanted = end(orderly);
    assertEquals(new End("PAID", "CAPTURED", 2, 2, 0, 0), wanted);
    for (int seed = 1; seed <= 12; seed++) {
      Bought bought = order();
      List<byte[]> messages = new ArrayList<>();
      for (String status : List.of("paid", "expired", "declined")) {
        byte[] one = message(bought, status);
        messages.addAll(Collections.nCopies(1 + seed % 3, one));
      }
      messages.add(message(bought, "paid"));
      Collections.shuffle(messages, new Random(seed));
      for (byte[] one : messages) {
        deliver(one);
      }
      assertEquals(wanted, end(bought), "seed " + seed);
    }
  }

  @Test
  void aPaymentThatComesAfterTheHoldGetsItsTickets() throws Exception {
    Bought late = order();
    sql.update(
        "update encore.ticket_reservation set created_at = created_at - interval '1 day',"
            + " expires_at = expires_at - interval '1 day' where id ="
            + " (select reservation_id from encore.ticket_order where code = ?)",
        late.order());
    sql.number("select encore.expire_reservations(now(), 1000)");
    deliver(message(late, "expired"));
    deliver(message(late, "paid"));
    deliver(message(late, "paid"));
    assertEquals(new End("PAID", "CAPTURED", 2, 2, 0, 0), end(late));
  }

  @Test
  void messagesAboutRefundsInAnyOrderGiveBackOnce() throws Exception {
    Bought orderly = order();
    deliver(message(orderly, "paid"));
    giveBack(orderly, 1);
    deliver(refund(orderly, "re_1" + orderly.order(), share(orderly)));
    End wanted = end(orderly);
    assertEquals(new End("PAID", "CAPTURED", 1, 1, 0, 0), wanted);
    for (int seed = 1; seed <= 8; seed++) {
      Bought bought = order();
      deliver(message(bought, "paid"));
      giveBack(bought, 1);
      List<byte[]> messages = new ArrayList<>();
      byte[] back = refund(bought, "re_1" + bought.order(), share(bought));
      messages.addAll(Collections.nCopies(3, back));
      messages.add(message(bought, "paid"));
      messages.add(message(bought, "expired"));
      Collections.shuffle(messages, new Random(seed));
      for (byte[] one : messages) {
        deliver(one);
      }
      assertEquals(wanted, end(bought), "seed " + seed);
      assertEquals(
          1,
          sql.number(
              "select count(*) from encore.payment_refund r join encore.payment p"
                  + " on p.id = r.payment_id where p.code = ? and r.status = 'SUCCEEDED'",
              bought.payment()));
    }
  }

  private static long share(Bought bought) {
    return bought.minor() / 2;
  }

  private void giveBack(Bought bought, int number) throws Exception {
    RefundTickets wanted =
        new RefundTickets(List.of(new SoldSeat("standing", number)), false, false, "Ill", "once");
    system.call(() -> refunds.refundByHouse(bought.order(), wanted));
    sql.update(
        "update encore.payment_refund r set next_attempt_at = now() + interval '1 hour'"
            + " from encore.payment p where p.id = r.payment_id and p.code = ?"
            + " and r.status = 'REQUESTED'",
        bought.payment());
  }

  private End end(Bought bought) {
    return sql.first(
            "select o.status, p.status, (select count(*) from encore.ticket t"
                + " where t.order_id = o.id and t.status = 'ISSUED'), s.sold, s.held,"
                + " (select coalesce(sum(b.balance), 0) from encore.ledger_balance b"
                + " join encore.ledger_account a on a.id = b.account_id"
                + " where a.owner_kind = 'payment' and a.owner = p.code)"
                + " from encore.ticket_order o join encore.payment p on p.code = ?"
                + " join encore.ticket_stock s on s.ticket_type_id = ? where o.code = ?",
            row ->
                new End(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6)),
            bought.payment(),
            bought.type(),
            bought.order())
        .orElseThrow();
  }

  /** Two tickets of an event of their own, ordered and not yet paid. */
  private Bought order() throws Exception {
    HeldTickets held = HeldTickets.of(sql, fan);
    String code = held.reservation();
    PlaceOrder wish = new PlaceOrder(code, "sandbox", "Holder", null, null, code);
    String order = system.call(() -> checkout.place(fan, wish)).orderCode();
    return sql.first(
            "select code, provider_id, amount_minor from encore.payment where subject = ?",
            row ->
                new Bought(order, row.getString(1), row.getString(2), row.getLong(3), held.type()),
            order)
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

  private static byte[] refund(Bought bought, String id, long minor) {
    return SandboxMessages.refunded(id, bought.payment(), new Money(minor, "JPY"));
  }
}
