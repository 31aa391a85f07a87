package fan.encore.order;

import fan.encore.artist.Artists;
import fan.encore.event.OfferMemory;
import fan.encore.event.Questions;
import fan.encore.event.TicketOffers;
import fan.encore.event.TicketStock;
import fan.encore.local.PlainTransactions;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.payment.PaymentCaptured;
import fan.encore.payment.Payments;
import fan.encore.promo.PromoCodes;
import fan.encore.promo.Vouchers;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.Ledger;
import fan.encore.wallet.Posting;
import fan.encore.wallet.Transfer;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.eclipse.microprofile.metrics.Counter;

/** The services of a ticket sale, over one database and a clock that tests may move. */
final class BoxOffice implements AutoCloseable {

  static final Duration HOLD = Duration.ofMinutes(10);

  private static final AtomicLong NEXT = new AtomicLong();

  final PlainTransactions transactions;
  final Sql sql;
  final Ledger ledger;
  final Holds holds;
  final Reservations reservations;
  final OrderBook orders;
  final SaleDesk desk;
  final TicketSale sale;
  final OrderReturns returns;
  final OrderRefunds giving;
  final Vouchers vouchers;
  final Payments payments = new NotedRefunds();
  final List<Object> facts = Collections.synchronizedList(new ArrayList<>());
  final List<String> refunds = Collections.synchronizedList(new ArrayList<>());
  final List<Consumer<Object>> observers = new CopyOnWriteArrayList<>();
  final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);

  /** What can still go back of any payment. */
  volatile long left = Long.MAX_VALUE;

  /** Of today: the inventory ledger leaves alone what is long over. */
  private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  BoxOffice(DataSource app, int connections) throws SQLException {
    transactions = new PlainTransactions(app, connections);
    sql = new Sql(transactions.dataSource());
    ledger = new Ledger(sql);
    TicketStock stock = new TicketStock(sql);
    OrderCounts counts = new OrderCounts(fake(Counter.class, null), fake(Counter.class, null));
    HoldTime holdTime = new HoldTime(HOLD.toSeconds());
    reservations = new Reservations(sql, clock);
    holds =
        new Holds(
            sql,
            clock,
            new OfferMemory(sql, new TicketOffers(sql)),
            new SaleTerms(new PromoCodes(sql), new Artists(sql), ledger),
            holdTime,
            counts,
            new HoldDesk(sql));
    sale = new TicketSale(sql, clock, stock, ledger, payments, new NoMails(), counts, noted());
    desk =
        new SaleDesk(
            new PlainOrdersTogether(
                transactions, new PlainOrders(sql, clock, stock, counts, noted())));
    returns = new OrderReturns(sql, clock, stock, noted());
    giving = new OrderRefunds(sql, null, payments, returns, new NoMails(), null);
    vouchers = new Vouchers(sql, clock);
    orders =
        new OrderBook(
            sql, clock, sale, vouchers, new OrderAnswers(sql, new Questions(sql, null), null));
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /**
   * A published event whose ticket types are called {@code type-0}, {@code type-1} and so on.
   *
   * @return its slug
   */
  String event(long priceMinor, int... capacities) throws Exception {
    String slug = "event-" + NEXT.incrementAndGet();
    transactions.run(() -> insert(slug, priceMinor, capacities));
    return slug;
  }

  private void insert(String slug, long priceMinor, int... capacities) {
    long venue =
        sql.insert(
            "insert into encore.venue (code, name, address, city, country, zone,"
                + " organizer_account_id, version) values (?, 'Hall', 'Street 1', 'Tokyo', 'JP',"
                + " 'Asia/Tokyo', 1, 1) returning id",
            slug);
    long event =
        sql.insert(
            "insert into encore.live_event (slug, title, description, category, venue_id,"
                + " organizer_account_id, status, currency, starts_at, ends_at, created_at,"
                + " published_at, version) values (?, 'A night', 'Songs', 'CONCERT', ?, 1,"
                + " 'PUBLISHED', 'JPY', ?, ?, ?, ?, 1) returning id",
            slug,
            venue,
            now.plus(Duration.ofDays(30)),
            now.plus(Duration.ofDays(31)),
            now,
            now);
    for (int place = 0; place < capacities.length; place++) {
      sql.update(
          "with type as (insert into encore.ticket_type (event_id, code, name, description,"
              + " price_minor, sale_from, sale_until, max_per_order, place, version)"
              + " values (?, ?, 'Standing', '', ?, ?, ?, 10, ?, 1) returning id)"
              + " insert into encore.ticket_stock (ticket_type_id, capacity, free)"
              + " select id, ?, ? from type",
          event,
          "type-" + place,
          priceMinor,
          now.minusSeconds(1),
          now.plus(Duration.ofDays(30)),
          place,
          capacities[place],
          capacities[place]);
    }
  }

  ReservationView hold(long account, String slug, String key, HoldLine... lines) throws Exception {
    return transactions.outside(
        () -> holds.hold(account, new HoldTickets(slug, Arrays.asList(lines), slug + key)));
  }

  Receivable order(long account, ReservationView reservation) throws Exception {
    return order(account, reservation, null);
  }

  Receivable order(long account, ReservationView reservation, String voucher) throws Exception {
    PlaceOrder wanted =
        new PlaceOrder(
            reservation.code(), "sandbox", "Aiko Mori", null, voucher, reservation.code());
    return transactions.call(() -> orders.record(account, wanted));
  }

  /** The provider has the money: it is in the books and the fact is announced. */
  PaymentCaptured capture(long account, Receivable order) throws Exception {
    String payment = "PAY-" + NEXT.incrementAndGet();
    Money amount = order.total();
    transactions.run(
        () ->
            ledger.post(
                Posting.of(
                    "payment.capture",
                    "payment.capture:" + payment,
                    payment,
                    Transfer.of(
                        AccountRef.clearing("sandbox", amount.currency()),
                        AccountRef.suspense(payment, amount.currency()),
                        amount.minor()))));
    PaymentCaptured captured =
        new PaymentCaptured(payment, "TICKETS", order.orderCode(), account, amount);
    announce(captured);
    return captured;
  }

  void announce(PaymentCaptured captured) throws Exception {
    transactions.run(() -> sale.onCaptured(captured));
  }

  int expire() throws Exception {
    return transactions.call(() -> reservations.expireDue(100));
  }

  String status(Receivable order) throws Exception {
    return transactions.call(
        () ->
            sql.first(
                    "select status from encore.ticket_order where code = ?",
                    row -> row.getString(1),
                    order.orderCode())
                .orElseThrow());
  }

  /** Free, held and sold of one type. */
  List<Integer> stock(String slug, String type) throws Exception {
    return transactions.call(
        () ->
            sql.first(
                    "select s.free, s.held, s.sold from encore.ticket_stock s"
                        + " join encore.ticket_type t on t.id = s.ticket_type_id"
                        + " join encore.live_event e on e.id = t.event_id"
                        + " where e.slug = ? and t.code = ?",
                    row -> List.of(row.getInt(1), row.getInt(2), row.getInt(3)),
                    slug,
                    type)
                .orElseThrow());
  }

  long suspense(PaymentCaptured payment) throws Exception {
    return transactions.call(
        () -> ledger.balance(AccountRef.suspense(payment.payment(), payment.amount().currency())));
  }

  @Override
  public void close() throws SQLException {
    transactions.close();
  }

  @SuppressWarnings("unchecked")
  private Event<Object> noted() {
    return fake(
        Event.class,
        fact -> {
          facts.add(fact);
          observers.forEach(observer -> observer.accept(fact));
        });
  }

  private static <T> T fake(Class<T> type, Consumer<Object> calls) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (calls != null) {
                calls.accept(arguments[0]);
              }
              return null;
            }));
  }

  private final class NotedRefunds extends Payments {
    @Override
    public void refund(String payment, String reason) {
      refunds.add(payment + " " + reason);
    }

    @Override
    public void refund(String payment, String key, long minor, String reason) {
      refunds.add(payment + " " + minor);
    }

    @Override
    public void lock(String payment) {}

    @Override
    public long left(String payment) {
      return left;
    }
  }
}
