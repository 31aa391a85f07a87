package fan.encore.order;

import fan.encore.event.TicketStock;
import fan.encore.event.TicketStock.Quantity;
import fan.encore.payment.PaymentCaptured;
import fan.encore.payment.Payments;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.Ledger;
import fan.encore.wallet.Posting;
import fan.encore.wallet.Transfer;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sells what was paid for, in the transaction that tells of the payment. A payment that comes after
 * the hold gets its tickets if they are free; else it goes back, as does a second payment for the
 * same order. Hearing of a payment again changes nothing. A ticket that a fan sells on comes from
 * whoever keeps such offers ({@link ResaleDue}); the stock has no part in it.
 */
@Stateless
@PermitAll
public class TicketSale {

  /** Why a payment goes back: the tickets are gone. */
  static final String SOLD_OUT = "SOLD_OUT";

  /** Why a payment goes back: the order was paid by another one. */
  static final String PAID_TWICE = "PAID_TWICE";

  private final Sql sql;
  private final Clock clock;
  private final TicketStock stock;
  private final Ledger ledger;
  private final Payments payments;
  private final OrderMails mails;
  private final OrderCounts counts;
  private final Event<Object> facts;

  @Inject
  public TicketSale(
      Sql sql,
      Clock clock,
      TicketStock stock,
      Ledger ledger,
      Payments payments,
      OrderMails mails,
      OrderCounts counts,
      Event<Object> facts) {
    this.sql = sql;
    this.clock = clock;
    this.stock = stock;
    this.ledger = ledger;
    this.payments = payments;
    this.mails = mails;
    this.counts = counts;
    this.facts = facts;
  }

  /** For the container's proxy. */
  public TicketSale() {
    this(null, null, null, null, null, null, null, null);
  }

  /** A payment is in the books: sell, or send it back. */
  public void onCaptured(@Observes PaymentCaptured captured) {
    if (captured.purpose().equals(Checkout.PURPOSE) && !CartParts.isCart(captured.subject())) {
      settle(captured.subject(), captured);
    }
  }

  /**
   * Sells the tickets of an order.
   *
   * @param paid the payment, or the part of a cart's payment that is for this order; null for an
   *     order that costs nothing
   * @throws IllegalStateException if the payment is not what the order asks for
   */
  public void settle(String orderCode, PaymentCaptured paid) {
    LockedReservation reservation =
        LockedReservation.ofOrder(sql, orderCode)
            .orElseThrow(() -> new IllegalStateException("A payment for no order: " + orderCode));
    Due due = due(orderCode);
    if (paid != null && !paid.amount().equals(due.total())) {
      throw new IllegalStateException(paid.payment() + " does not pay what " + orderCode + " asks");
    }
    List<Quantity> tickets = ReservationReading.quantities(sql, reservation.id());
    if (!due.status().canBecome(OrderStatus.PAID)) {
      refundSecondPayment(due, paid);
    } else if (reservation.resale()) {
      settleResale(due, reservation, paid);
    } else if (reservation.status() == ReservationStatus.HELD
        || voucherTaken(due) && retaken(reservation)) {
      markPaid(due, reservation, paid);
      // last, because everybody who wants such tickets waits from here to the commit
      stock.sell(tickets);
    } else {
      refundLatePayment(due, paid);
    }
  }

  /** An order that a voucher pays whole is refused like any other that comes too late. */
  private void settleResale(Due due, LockedReservation reservation, PaymentCaptured paid) {
    ResaleDue wish = new ResaleDue(due.code());
    if (reservation.status() == ReservationStatus.HELD || voucherTaken(due)) {
      facts.fire(wish);
    }
    if (wish.isGiven()) {
      markPaid(due, reservation, paid);
    } else if (paid == null) {
      throw new ReservationExpired();
    } else {
      refundLatePayment(due, paid);
    }
  }

  private void markPaid(Due due, LockedReservation reservation, PaymentCaptured paid) {
    sql.update(
        "with sold as (update encore.ticket_reservation set status = 'SOLD' where id = ?)"
            + " update encore.ticket_order set status = 'PAID', payment = ?, paid_at = ?"
            + " where code = ?",
        reservation.id(),
        paid == null ? null : paid.payment(),
        clock.instant(),
        due.code());
    book(due, paid);
    counts.paid();
    facts.fire(new OrderPaid(due.code()));
  }

  /** True when all that the ended hold had is held again: tickets, promo code, share of limits. */
  private boolean retaken(LockedReservation reservation) {
    return sql.first("select encore.retake_hold(?)", row -> row.getBoolean(1), reservation.id())
        .orElseThrow();
  }

  /** True when the order has none, or could take the one that it gave back when it lapsed. */
  private boolean voucherTaken(Due due) {
    return due.discount().isZero()
        || sql.number("select encore.retake_voucher(?)::integer", due.code()) == 1;
  }

  /** The tickets first, then the fee, each from the voucher as far as it goes, then from money. */
  private void book(Due due, PaymentCaptured paid) {
    String currency = due.total().currency();
    long byVoucher = Math.min(due.discount().minor(), due.tickets().minor());
    List<Transfer> transfers = new ArrayList<>();
    AccountRef vouchers = AccountRef.refunds("vouchers", currency);
    add(transfers, vouchers, "tickets", byVoucher);
    add(transfers, vouchers, "fee", due.discount().minor() - byVoucher);
    if (paid != null) {
      AccountRef suspense = AccountRef.suspense(paid.payment(), currency);
      add(transfers, suspense, "tickets", due.tickets().minor() - byVoucher);
      add(transfers, suspense, "fee", due.fee().minor() - due.discount().minor() + byVoucher);
    }
    if (!transfers.isEmpty()) {
      ledger.post(new Posting("order.paid", "order.paid:" + due.code(), due.code(), transfers));
    }
  }

  private static void add(List<Transfer> transfers, AccountRef from, String product, long minor) {
    if (minor > 0) {
      transfers.add(Transfer.of(from, AccountRef.revenue(product, from.currency()), minor));
    }
  }

  private void refundLatePayment(Due due, PaymentCaptured paid) {
    boolean part = CartParts.isCart(paid.subject());
    sql.update(
        "update encore.ticket_order set status = ?, payment = ?, refunded_at = ? where code = ?",
        part ? OrderStatus.REFUNDED : OrderStatus.REFUND_DUE,
        paid.payment(),
        part ? clock.instant() : null,
        due.code());
    giveBack(due, paid, SOLD_OUT);
  }

  /** What goes back of a cart's payment is asked for at once and order by order. */
  private void giveBack(Due due, PaymentCaptured paid, String reason) {
    if (CartParts.isCart(paid.subject())) {
      String key = reason + ":" + due.code();
      payments.refund(paid.payment(), key, paid.amount().minor(), reason);
    } else {
      payments.refund(paid.payment(), reason);
    }
    mails.refunded(due.code(), paid, reason);
  }

  private void refundSecondPayment(Due due, PaymentCaptured paid) {
    if (paid != null && !paid.payment().equals(due.payment())) {
      giveBack(due, paid, PAID_TWICE);
    }
  }

  private record Due(
      String code,
      OrderStatus status,
      String payment,
      Money tickets,
      Money fee,
      Money discount,
      Money total) {}

  private Due due(String orderCode) {
    Optional<Due> due =
        sql.first(
            "select status, payment, currency, tickets_minor, fee_minor,"
                + " discount_minor, total_minor"
                + " from encore.ticket_order where code = ?",
            row -> {
              String currency = row.getString("currency");
              return new Due(
                  orderCode,
                  OrderStatus.valueOf(row.getString("status")),
                  row.getString("payment"),
                  new Money(row.getLong("tickets_minor"), currency),
                  new Money(row.getLong("fee_minor"), currency),
                  new Money(row.getLong("discount_minor"), currency),
                  new Money(row.getLong("total_minor"), currency));
            },
            orderCode);
    return due.orElseThrow();
  }
}
