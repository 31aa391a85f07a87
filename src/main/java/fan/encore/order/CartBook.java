package fan.encore.order;

import fan.encore.order.PlaceCart.Line;
import fan.encore.shared.Codes;
import fan.encore.shared.Idempotency;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes carts: the orders of several reservations, all or none, and who pays how much of them. */
@Stateless
@PermitAll
public class CartBook {

  private static final int LONGEST_DESCRIPTION = 200;

  private static final String DUE =
      "select c.code, c.total_minor, c.currency, array_agg(o.code order by o.id) as orders,"
          + " string_agg(distinct e.title, ', ') as titles,"
          + " bool_and(o.status = 'OPEN' and r.status = 'HELD' and r.expires_at > ?) as payable"
          + " from encore.ticket_cart c join encore.cart_order x on x.cart_id = c.id"
          + " join encore.ticket_order o on o.id = x.order_id"
          + " join encore.ticket_reservation r on r.id = o.reservation_id"
          + " join encore.live_event e on e.id = o.event_id where c.account_id = ? and ";

  private final Sql sql;
  private final Clock clock;
  private final OrderBook orders;

  @Inject
  public CartBook(Sql sql, Clock clock, OrderBook orders) {
    this.sql = sql;
    this.clock = clock;
    this.orders = orders;
  }

  /** For the container's proxy. */
  public CartBook() {
    this(null, null, null);
  }

  private record Held(
      String code, long id, String currency, boolean held, String order, boolean open) {}

  /**
   * Writes the orders of all lines and what pays them; orders that cost nothing are paid at once,
   * and one that waits for its payment already is taken as it is. A cart of the same orders is
   * taken up again, with its open payment.
   *
   * @throws ReservationNotFound if one is missing, somebody else's, or keeps a fan's offer
   * @throws CurrenciesMixed if they are not in one currency
   * @throws ReservationExpired if the time of one is over
   * @throws AlreadyOrdered if one was paid already
   * @throws Idempotency.KeyReused if the key came with another request before
   */
  public CartDue record(long accountId, PlaceCart wanted) {
    List<String> codes = wanted.lines().stream().map(Line::reservationCode).distinct().toList();
    List<Held> held = lock(accountId, codes);
    Optional<CartDue> earlier = earlier(accountId, wanted);
    if (earlier.isPresent()) {
      return earlier.get().with(placed(accountId, codes));
    }
    if (held.size() < codes.size() || held.size() < wanted.lines().size()) {
      throw new ReservationNotFound();
    }
    if (held.stream().map(Held::currency).distinct().count() > 1) {
      throw new CurrenciesMixed();
    }
    List<String> placed = new ArrayList<>();
    for (Held one : held) {
      placed.add(order(accountId, one, wanted));
    }
    return same(accountId, placed)
        .orElseGet(() -> enter(accountId, wanted, held.get(0).currency(), placed))
        .with(placed);
  }

  /**
   * @throws CartNotFound if there is none, or it is somebody else's
   */
  public CartDue due(long accountId, String cart) {
    return find("c.code = ? group by c.id", accountId, cart).orElseThrow(CartNotFound::new);
  }

  /** The latest cart that an order was placed in. */
  public Optional<CartDue> ofOrder(long accountId, String order) {
    return find(
        "c.id = (select max(m.cart_id) from encore.cart_order m join encore.ticket_order w"
            + " on w.id = m.order_id where w.code = ?) group by c.id",
        accountId,
        order);
  }

  /** The reservations in the order in which carts are worked on; their rows are ours from here. */
  private List<Held> lock(long accountId, List<String> codes) {
    String[] wanted = codes.toArray(String[]::new);
    sql.list(
        "select id from encore.ticket_reservation where account_id = ? and code = any(?)"
            + " and resale_offer_id is null order by id for update",
        row -> row.getLong(1),
        accountId,
        wanted);
    sql.list(
        "select encore.lock_tickets(array_agg(distinct l.ticket_type_id))"
            + " from encore.ticket_reservation r"
            + " join encore.reservation_line l on l.reservation_id = r.id"
            + " where r.account_id = ? and r.code = any(?) and not exists (select"
            + " from encore.reservation_line f where f.reservation_id = r.id"
            + " and f.price_minor + f.fee_minor > 0)",
        row -> true,
        accountId,
        wanted);
    return sql.list(
        "select r.id, r.code, r.currency, r.status = 'HELD' and r.expires_at > ? as held,"
            + " o.code as order_code, coalesce(o.status = 'OPEN', false) as open"
            + " from encore.ticket_reservation r"
            + " left join encore.ticket_order o on o.reservation_id = r.id"
            + " where r.account_id = ? and r.code = any(?) and r.resale_offer_id is null"
            + " order by r.event_id, r.id",
        CartBook::held,
        clock.instant(),
        accountId,
        wanted);
  }

  private String order(long accountId, Held one, PlaceCart wanted) {
    if (one.order() == null) {
      Line line =
          wanted.lines().stream()
              .filter(each -> each.reservationCode().equals(one.code()))
              .findFirst()
              .orElseThrow();
      return orders.record(accountId, wanted.order(line)).orderCode();
    }
    if (!one.open()) {
      throw new AlreadyOrdered();
    }
    if (!one.held()) {
      throw new ReservationExpired();
    }
    return one.order();
  }

  private Optional<CartDue> earlier(long accountId, PlaceCart wanted) {
    return sql.first(
            "select code, currency, request_hash from encore.ticket_cart"
                + " where account_id = ? and call_key = ?",
            row -> {
              if (!row.getString("request_hash").equals(Codes.sha256(wanted.canonical()))) {
                throw new Idempotency.KeyReused();
              }
              return nothing(row.getString("code"), row.getString("currency"));
            },
            accountId,
            wanted.key())
        .map(cart -> find("c.code = ? group by c.id", accountId, cart.code()).orElse(cart));
  }

  private List<String> placed(long accountId, List<String> codes) {
    return sql.list(
        "select o.code from encore.ticket_order o join encore.ticket_reservation r"
            + " on r.id = o.reservation_id where r.account_id = ? and r.code = any(?)"
            + " order by r.event_id, r.id",
        row -> row.getString(1),
        accountId,
        codes.toArray(String[]::new));
  }

  /** A cart of orders that cost nothing. */
  private static CartDue nothing(String code, String currency) {
    return new CartDue(code, Money.zero(currency), List.of(), false, "");
  }

  private Optional<CartDue> same(long accountId, List<String> placed) {
    return find(
        "c.id = (select max(m.cart_id) from encore.cart_order m join encore.ticket_order w"
            + " on w.id = m.order_id where w.code = any(?)) group by c.id"
            + " having array_agg(o.code order by o.id) = (select array_agg(w.code order by w.id)"
            + " from encore.ticket_order w where w.code = any(?) and w.total_minor > 0)",
        accountId,
        placed.toArray(String[]::new),
        placed.toArray(String[]::new));
  }

  private CartDue enter(long accountId, PlaceCart wanted, String currency, List<String> placed) {
    String code = Codes.random("CART-", 12);
    String[] codes = placed.toArray(String[]::new);
    sql.update(
        "with paid as (select id, total_minor from encore.ticket_order"
            + " where code = any(?) and total_minor > 0),"
            + " cart as (insert into encore.ticket_cart (code, account_id, currency, total_minor,"
            + " call_key, request_hash, placed_at)"
            + " select ?, ?, ?, coalesce(sum(total_minor), 0), ?, ?, ? from paid returning id)"
            + " insert into encore.cart_order (cart_id, order_id, amount_minor)"
            + " select cart.id, paid.id, paid.total_minor from cart cross join paid",
        codes,
        code,
        accountId,
        currency,
        wanted.key(),
        Codes.sha256(wanted.canonical()),
        clock.instant());
    return find("c.code = ? group by c.id", accountId, code)
        .orElseGet(() -> nothing(code, currency));
  }

  private Optional<CartDue> find(String condition, long accountId, Object... parameters) {
    Object[] all = new Object[parameters.length + 2];
    all[0] = clock.instant();
    all[1] = accountId;
    System.arraycopy(parameters, 0, all, 2, parameters.length);
    return sql.first(DUE + condition, CartBook::due, all);
  }

  private static CartDue due(ResultSet row) throws SQLException {
    String titles = row.getString("titles");
    return new CartDue(
        row.getString("code"),
        new Money(row.getLong("total_minor"), row.getString("currency")),
        List.of((String[]) row.getArray("orders").getArray()),
        row.getBoolean("payable"),
        titles.length() > LONGEST_DESCRIPTION
            ? titles.substring(0, LONGEST_DESCRIPTION - 1) + "…"
            : titles);
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        row.getString("code"),
        row.getLong("id"),
        row.getString("currency"),
        row.getBoolean("held"),
        row.getString("order_code"),
        row.getBoolean("open"));
  }
}
