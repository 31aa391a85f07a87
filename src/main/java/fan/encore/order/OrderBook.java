package fan.encore.order;

import fan.encore.promo.Vouchers;
import fan.encore.shared.Codes;
import fan.encore.shared.Idempotency;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Writes orders, each in a short transaction under the lock of its reservation. */
@Stateless
@PermitAll
public class OrderBook {

  /** The payment provider that is built in. */
  static final String SANDBOX = "sandbox";

  private static final String PLACE =
      "with line as (select * from encore.reservation_line where reservation_id = ?),"
          + " placed as (insert into encore.ticket_order (code, account_id, event_id,"
          + " reservation_id, status, currency, tickets_minor, fee_minor, total_minor, discount_minor,"
          + " voucher_code, provider, holder_name, phone, call_key, request_hash, placed_at)"
          + " select ?, r.account_id, r.event_id, r.id, 'OPEN', r.currency,"
          + " sum(l.price_minor * l.quantity), sum(l.fee_minor * l.quantity),"
          + " sum((l.price_minor + l.fee_minor) * l.quantity) - ?, ?, ?, ?, ?, ?, ?, ?, ?"
          + " from encore.ticket_reservation r cross join line l where r.id = ? group by r.id"
          + " returning id, total_minor),"
          + " lines as (insert into encore.order_line"
          + " (order_id, ticket_type_id, quantity, price_minor, fee_minor, promo_minor, part_of)"
          + " select p.id, l.ticket_type_id, l.quantity, l.price_minor, l.fee_minor, l.promo_minor,"
          + " l.part_of"
          + " from placed p cross join line l)"
          + " select total_minor from placed";

  /** As {@link #PLACE}, of a reservation that keeps the offer of a fan. */
  private static final String PLACE_RESALE =
      PLACE.replace("encore.reservation_line", "encore.reserved_line");

  private final Sql sql;
  private final Clock clock;
  private final TicketSale sale;
  private final Vouchers vouchers;
  private final OrderAnswers answers;

  @Inject
  public OrderBook(Sql sql, Clock clock, TicketSale sale, Vouchers vouchers, OrderAnswers answers) {
    this.sql = sql;
    this.clock = clock;
    this.sale = sale;
    this.vouchers = vouchers;
    this.answers = answers;
  }

  /** For the container's proxy. */
  public OrderBook() {
    this(null, null, null, null, null);
  }

  /**
   * Writes the order of a reservation; one that costs nothing is paid at once.
   *
   * @throws fan.encore.promo.VoucherNotUsable if its voucher can't pay for it
   * @throws AnswerMissing if the organizer asks what was not answered
   * @throws TooYoung if the event is for older guests
   * @return what is still to be paid; the earlier order if key and request were used before
   */
  public Receivable record(long accountId, PlaceOrder wanted) {
    if (!wanted.provider().equals(SANDBOX)) {
      throw new ProviderUnknown();
    }
    LockedReservation reservation =
        LockedReservation.byCode(sql, accountId, wanted.reservationCode())
            .orElseThrow(ReservationNotFound::new);
    String hash = Codes.sha256(wanted.canonical());
    Optional<String> earlier = earlier(accountId, wanted.key(), hash);
    if (earlier.isPresent()) {
      return receivable(accountId, earlier.get());
    }
    Instant now = clock.instant();
    boolean asks = refuseUnlessHeld(reservation, now);
    AgeLimit.refuseTooYoung(sql, reservation.id());
    String code = Codes.random("ORD-", 12);
    long discount = discount(accountId, reservation.id(), wanted.voucherCode(), code);
    long due = place(code, reservation, wanted, discount, hash, now);
    if (asks) {
      answers.write(code, reservation.id(), wanted.answers());
    }
    if (due == 0) {
      sale.settle(code, null);
    }
    return receivable(accountId, code);
  }

  /**
   * @throws OrderNotFound if there is none, or it is somebody else's
   */
  public Receivable receivable(long accountId, String orderCode) {
    return sql.first(
            "select o.code, o.total_minor, o.currency, e.title, o.status = 'OPEN'"
                + " and r.status = 'HELD' and r.expires_at > ? as payable"
                + " from encore.ticket_order o"
                + " join encore.ticket_reservation r on r.id = o.reservation_id"
                + " join encore.live_event e on e.id = o.event_id"
                + " where o.code = ? and o.account_id = ?",
            row ->
                new Receivable(
                    row.getString("code"),
                    new Money(row.getLong("total_minor"), row.getString("currency")),
                    row.getString("title"),
                    row.getBoolean("payable")),
            clock.instant(),
            orderCode,
            accountId)
        .orElseThrow(OrderNotFound::new);
  }

  /** Whether the organizer asks something. */
  private boolean refuseUnlessHeld(LockedReservation reservation, Instant now) {
    boolean asks =
        sql.first(
                "select exists (select from encore.ticket_order o where o.reservation_id = r.id),"
                    + " exists (select from encore.event_question q"
                    + " where q.event_id = r.event_id and not q.retired)"
                    + " from encore.ticket_reservation r where r.id = ?",
                row -> {
                  if (row.getBoolean(1)) {
                    throw new AlreadyOrdered();
                  }
                  return row.getBoolean(2);
                },
                reservation.id())
            .orElseThrow();
    if (reservation.status() != ReservationStatus.HELD || !now.isBefore(reservation.expiresAt())) {
      throw new ReservationExpired();
    }
    return asks;
  }

  private Optional<String> earlier(long accountId, String key, String hash) {
    return sql.first(
        "select code, request_hash from encore.ticket_order where account_id = ? and call_key = ?",
        row -> {
          if (!row.getString("request_hash").equals(hash)) {
            throw new Idempotency.KeyReused();
          }
          return row.getString("code");
        },
        accountId,
        key);
  }

  private long discount(long accountId, long reservationId, String voucher, String orderCode) {
    if (voucher == null) {
      return 0;
    }
    Money total =
        sql.first(
                "select sum((l.price_minor + l.fee_minor) * l.quantity), r.currency"
                    + " from encore.ticket_reservation r"
                    + " join encore.reserved_line l on l.reservation_id = r.id"
                    + " where r.id = ? group by r.id",
                row -> new Money(row.getLong(1), row.getString(2)),
                reservationId)
            .orElseThrow();
    return vouchers.use(accountId, voucher, orderCode, total).minor();
  }

  private long place(
      String code,
      LockedReservation reservation,
      PlaceOrder wanted,
      long discount,
      String hash,
      Instant now) {
    return sql.number(
        reservation.resale() ? PLACE_RESALE : PLACE,
        reservation.id(),
        code,
        discount,
        discount,
        wanted.voucherCode(),
        wanted.provider(),
        wanted.holderName().strip(),
        wanted.phone(),
        wanted.key(),
        hash,
        now,
        reservation.id());
  }
}
