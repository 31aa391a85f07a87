package fan.encore.order;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.order.OrderReturns.Seat;
import fan.encore.payment.Payments;
import fan.encore.shared.Codes;
import fan.encore.shared.Idempotency;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Gives orders back, whole or ticket by ticket. Tickets, stock, money and the fan's mail go
 * together in one transaction; the provider is called after it, until it has done its part. The
 * same key and request again change nothing.
 */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class OrderRefunds {

  private final Sql sql;
  private final StudioEvents studio;
  private final Payments payments;
  private final OrderReturns returns;
  private final OrderMails mails;
  private final HandBook hands;

  @Inject
  public OrderRefunds(
      Sql sql,
      StudioEvents studio,
      Payments payments,
      OrderReturns returns,
      OrderMails mails,
      HandBook hands) {
    this.sql = sql;
    this.studio = studio;
    this.payments = payments;
    this.returns = returns;
    this.mails = mails;
    this.hands = hands;
  }

  /** For the container's proxy. */
  public OrderRefunds() {
    this(null, null, null, null, null, null);
  }

  /**
   * Gives tickets of an order of one's own event back.
   *
   * @throws OrderNotFound if there is no such order
   * @throws fan.encore.event.EventNotFound if the event is somebody else's
   * @throws OrderNotRefundable if it is not paid, or one of the tickets was given back before
   * @throws Idempotency.KeyReused if the key came with another request before
   */
  @Audited("order.refund")
  public RefundView refund(
      long accountId, @Audited.Subject String orderCode, @Valid RefundTickets wanted) {
    own(accountId, orderCode);
    return give(accountId, orderCode, wanted);
  }

  /**
   * As {@link #refund}, in the name of the house, for work that nobody signed in does, such as the
   * consequences of a cancelled event.
   */
  @PermitAll
  public RefundView refundByHouse(String orderCode, @Valid RefundTickets wanted) {
    return give(null, orderCode, wanted);
  }

  /**
   * What {@link #refund} would give back, without doing it.
   *
   * @throws OrderNotRefundable if it is not paid, or one of the tickets was given back before
   */
  public Money preview(long accountId, String orderCode, List<SoldSeat> seats, boolean keepFees) {
    SoldOrder order = own(accountId, orderCode);
    return money(order, chosen(order, seats), keepFees);
  }

  /** What was given back of an order, the first one first. */
  @PermitAll
  public List<RefundView> of(String orderCode) {
    return RefundReading.of(sql, orderCode);
  }

  private SoldOrder own(long accountId, String orderCode) {
    SoldOrder order = SoldOrder.byCode(sql, orderCode).orElseThrow(OrderNotFound::new);
    studio.detail(accountId, order.eventSlug(), TeamPermission.REFUNDS);
    return order;
  }

  private RefundView give(Long actor, String orderCode, RefundTickets wanted) {
    SoldOrder found = SoldOrder.byCode(sql, orderCode).orElseThrow(OrderNotFound::new);
    if (found.payment() != null) {
      payments.lock(found.payment());
    }
    LockedReservation.ofOrder(sql, orderCode);
    Optional<String> earlier = earlier(found.id(), wanted);
    if (earlier.isPresent()) {
      return view(orderCode, earlier.get());
    }
    SoldOrder order = SoldOrder.byCode(sql, orderCode).orElseThrow();
    List<Seat> seats = chosen(order, wanted.seats());
    Money money = money(order, seats, wanted.keepFees());
    String code = returns.enter(order, seats, wanted, actor, money.minor());
    if (money.isPositive()) {
      if (order.provider().equals(Payments.PROVIDER)) {
        payments.refund(order.payment(), code, money.minor(), "order");
      } else {
        hands.giveBack(order, code, money);
      }
    }
    RefundView given = view(orderCode, code);
    mails.given(orderCode, given);
    returns.release(order, seats, wanted.evenIfUsed());
    return given;
  }

  private List<Seat> chosen(SoldOrder order, List<SoldSeat> wanted) {
    if (order.status() != OrderStatus.PAID) {
      throw new OrderNotRefundable();
    }
    List<Seat> left = returns.left(order);
    List<Seat> seats =
        wanted.isEmpty()
            ? left
            : left.stream().filter(one -> one.single() && wanted.contains(one.seat())).toList();
    if (seats.isEmpty()
        || !wanted.isEmpty() && seats.size() != wanted.size()
        || new HashSet<>(wanted).size() != wanted.size()) {
      throw new OrderNotRefundable();
    }
    return seats;
  }

  private static Money money(SoldOrder order, List<Seat> seats, boolean keepFees) {
    long value =
        seats.stream()
            .mapToLong(one -> keepFees ? one.priceMinor() : one.priceMinor() + one.feeMinor())
            .sum();
    long minor =
        new RefundSum(order.total().minor(), order.grossMinor()).of(order.valueBefore(), value);
    return new Money(minor, order.total().currency());
  }

  private Optional<String> earlier(long orderId, RefundTickets wanted) {
    return sql.first(
        "select code, request_hash from encore.order_refund where order_id = ? and call_key = ?",
        row -> {
          if (!row.getString("request_hash").equals(Codes.sha256(wanted.canonical()))) {
            throw new Idempotency.KeyReused();
          }
          return row.getString("code");
        },
        orderId,
        wanted.key());
  }

  private RefundView view(String orderCode, String code) {
    return RefundReading.of(sql, orderCode).stream()
        .filter(refund -> refund.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
