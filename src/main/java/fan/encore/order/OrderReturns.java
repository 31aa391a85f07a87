package fan.encore.order;

import fan.encore.event.TicketStock;
import fan.encore.event.TicketStock.Quantity;
import fan.encore.payment.PaymentRefunded;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes tickets back into the stock, under the lock of their order's reservation. The primary key
 * of {@code refunded_seat} sees to it that none comes back twice.
 */
@Stateless
@PermitAll
public class OrderReturns {

  private final Sql sql;
  private final Clock clock;
  private final TicketStock stock;
  private final Event<Object> facts;

  @Inject
  public OrderReturns(Sql sql, Clock clock, TicketStock stock, Event<Object> facts) {
    this.sql = sql;
    this.clock = clock;
    this.stock = stock;
    this.facts = facts;
  }

  /** For the container's proxy. */
  public OrderReturns() {
    this(null, null, null, null);
  }

  /**
   * All of a payment went back: the orders that it had paid for are refunded, and what is left of
   * their tickets is free again.
   */
  public void onRefunded(@Observes PaymentRefunded refunded) {
    if (!refunded.purpose().equals(Checkout.PURPOSE)) {
      return;
    }
    if (CartParts.isCart(refunded.subject())) {
      CartParts.lock(sql, refunded.subject()).forEach(part -> back(part.order(), refunded));
    } else {
      back(refunded.subject(), refunded);
    }
  }

  private void back(String orderCode, PaymentRefunded refunded) {
    LockedReservation.ofOrder(sql, orderCode);
    SoldOrder order = SoldOrder.byCode(sql, orderCode).orElseThrow();
    if (!refunded.payment().equals(order.payment())) {
      return;
    }
    if (order.status() == OrderStatus.REFUND_DUE) {
      end(order);
    } else if (order.status() == OrderStatus.PAID) {
      List<Seat> seats = left(order);
      String key = "payment:" + refunded.payment();
      RefundTickets all = new RefundTickets(List.of(), false, true, refunded.reason(), key);
      enter(order, seats, all, null, order.total().minor() - refundedMinor(order));
      release(order, seats, true);
    }
  }

  /** The tickets and bundles of an order that were not given back, with their prices. */
  public List<Seat> left(SoldOrder order) {
    return sql.list(
        "select l.ticket_type_id, l.part_of, exists (select from encore.order_line p"
            + " where p.order_id = l.order_id and p.part_of = l.ticket_type_id) as bundle, t.code,"
            + " n.n + l.before as number, l.price_minor, l.fee_minor"
            + " from (select x.*, (sum(x.quantity) over (partition by x.ticket_type_id"
            + " order by x.part_of) - x.quantity)::integer as before"
            + " from encore.order_line x where x.order_id = ?) l"
            + " join encore.ticket_type t on t.id = l.ticket_type_id"
            + " cross join lateral generate_series(1, l.quantity) as n (n)"
            + " left join encore.refunded_seat s on s.order_id = l.order_id"
            + " and s.ticket_type_id = l.ticket_type_id and s.number = n.n + l.before"
            + " where s.number is null and l.refunded < l.quantity order by t.place, number",
        row ->
            new Seat(
                row.getLong(1),
                row.getLong(2),
                row.getBoolean(3),
                new SoldSeat(row.getString(4), row.getInt(5)),
                row.getLong(6),
                row.getLong(7)),
        order.id());
  }

  /**
   * Something that can be given back.
   *
   * @param partOf id of the bundle's type that it came with, else 0
   * @param bundle whether it is a bundle, which is no ticket itself
   * @param priceMinor of this one
   * @param feeMinor of this one
   */
  public record Seat(
      long ticketTypeId,
      long partOf,
      boolean bundle,
      SoldSeat seat,
      long priceMinor,
      long feeMinor) {

    /** Whether it goes back by itself, not only with all the rest. */
    public boolean single() {
      return partOf == 0 && !bundle;
    }
  }

  /**
   * Writes down that these tickets are given back, and the money.
   *
   * @return the refund's code
   */
  public String enter(
      SoldOrder order, List<Seat> seats, RefundTickets wanted, Long actor, long amountMinor) {
    return enter(order, seats, wanted, actor, amountMinor, null);
  }

  /**
   * As {@link #enter(SoldOrder, List, RefundTickets, Long, long)}.
   *
   * @param resale code of the offer by which they were sold on, or null
   */
  public String enter(
      SoldOrder order,
      List<Seat> seats,
      RefundTickets wanted,
      Long actor,
      long amountMinor,
      String resale) {
    String code = Codes.random("RF-", 12);
    long fees = seats.stream().mapToLong(Seat::feeMinor).sum();
    long prices = seats.stream().mapToLong(Seat::priceMinor).sum();
    long id =
        sql.insert(
            "insert into encore.order_refund (code, order_id, account_id, value_minor, fee_minor,"
                + " amount_minor, fees_kept, reason, call_key, request_hash, refunded_at, resale)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
            code,
            order.id(),
            actor,
            wanted.keepFees() ? prices : prices + fees,
            fees,
            amountMinor,
            wanted.keepFees(),
            wanted.reason().strip(),
            wanted.key(),
            Codes.sha256(wanted.canonical()),
            clock.instant(),
            resale);
    sql.update(
        "insert into encore.refunded_seat (order_id, ticket_type_id, number, part_of, refund_id)"
            + " select ?, seat.type, seat.number, seat.part_of, ?"
            + " from unnest(?::bigint[], ?::integer[], ?::bigint[]) as seat (type, number, part_of)",
        order.id(),
        id,
        column(seats, Seat::ticketTypeId).toArray(Long[]::new),
        column(seats, one -> one.seat().number()).toArray(Integer[]::new),
        column(seats, Seat::partOf).toArray(Long[]::new));
    sql.update(
        "update encore.order_line l set refunded = l.refunded + given.tickets from"
            + " (select ticket_type_id, part_of, count(*)::integer as tickets"
            + " from encore.refunded_seat where refund_id = ? group by 1, 2) as given"
            + " where l.order_id = ? and l.ticket_type_id = given.ticket_type_id"
            + " and l.part_of = given.part_of",
        id,
        order.id());
    sql.update(
        "update encore.ticket_order set refunded_minor = refunded_minor + ? where id = ?",
        amountMinor,
        order.id());
    return code;
  }

  /** Announces it, ends the order when nothing is left of it, and frees the tickets. */
  public void release(SoldOrder order, List<Seat> seats, boolean evenIfUsed) {
    part(order, seats, evenIfUsed);
    Map<Long, Long> given =
        seats.stream().collect(Collectors.groupingBy(Seat::ticketTypeId, Collectors.counting()));
    // last, because everybody who wants such tickets waits from here to the commit
    stock.unsell(
        given.entrySet().stream()
            .map(type -> new Quantity(type.getKey(), type.getValue().intValue()))
            .toList());
  }

  /**
   * Announces it and ends the order when nothing is left of it. The stock stays as it is: the
   * places are somebody else's in the same transaction.
   */
  public void part(SoldOrder order, List<Seat> seats, boolean evenIfUsed) {
    List<Seat> tickets = seats.stream().filter(seat -> !seat.bundle()).toList();
    facts.fire(new SeatsRefunded(order.code(), column(tickets, Seat::seat), evenIfUsed));
    long left =
        sql.number(
            "select sum(quantity - refunded) from encore.order_line where order_id = ?",
            order.id());
    if (left == 0) {
      end(order);
    }
  }

  private void end(SoldOrder order) {
    sql.update(
        "update encore.ticket_order set status = 'REFUNDED', refunded_at = ? where id = ?",
        clock.instant(),
        order.id());
    facts.fire(new OrderRefunded(order.code()));
  }

  private long refundedMinor(SoldOrder order) {
    return sql.number("select refunded_minor from encore.ticket_order where id = ?", order.id());
  }

  private static <T> List<T> column(List<Seat> seats, Function<Seat, T> column) {
    return seats.stream().map(column).toList();
  }
}
