package fan.encore.order;

import fan.encore.event.TicketStock;
import fan.encore.event.TicketStock.Quantity;
import fan.encore.order.SaleDesk.Wish;
import fan.encore.shared.Codes;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the orders of many fans in one transaction, in a handful of statements however many they
 * are, and sells those that cost nothing.
 */
@Stateless
@PermitAll
public class PlainOrders {

  private static final String PLACE =
      "select o_n, o_code, o_total, o_currency, o_title"
          + " from encore.place_orders(?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Sql sql;
  private final Clock clock;
  private final TicketStock stock;
  private final OrderCounts counts;
  private final Event<Object> facts;

  @Inject
  public PlainOrders(
      Sql sql, Clock clock, TicketStock stock, OrderCounts counts, Event<Object> facts) {
    this.sql = sql;
    this.clock = clock;
    this.stock = stock;
    this.counts = counts;
    this.facts = facts;
  }

  /** For the container's proxy. */
  public PlainOrders() {
    this(null, null, null, null, null);
  }

  /**
   * Places what can be placed.
   *
   * @return in the order of the wishes what is still to be paid, or empty for a wish of which
   *     nothing was done
   */
  public List<Optional<Receivable>> place(List<Wish> wishes) {
    List<Optional<Receivable>> answers = write(wishes);
    List<String> free =
        answers.stream()
            .flatMap(Optional::stream)
            .filter(order -> !order.payable())
            .map(Receivable::orderCode)
            .toList();
    if (!free.isEmpty()) {
      sell(free);
    }
    return answers;
  }

  private List<Optional<Receivable>> write(List<Wish> wishes) {
    List<Optional<Receivable>> answers =
        new ArrayList<>(Collections.nCopies(wishes.size(), Optional.empty()));
    sql.list(
        PLACE,
        row ->
            answers.set(
                row.getInt("o_n") - 1,
                Optional.of(
                    new Receivable(
                        row.getString("o_code"),
                        new Money(row.getLong("o_total"), row.getString("o_currency")),
                        row.getString("o_title"),
                        row.getLong("o_total") > 0))),
        texts(wishes, wish -> Codes.random("ORD-", 12)),
        wishes.stream().map(Wish::accountId).toArray(Long[]::new),
        texts(wishes, wish -> wish.wanted().reservationCode()),
        OrderBook.SANDBOX,
        texts(wishes, wish -> wish.wanted().holderName().strip()),
        texts(wishes, wish -> wish.wanted().phone()),
        texts(wishes, wish -> wish.wanted().key()),
        texts(wishes, wish -> Codes.sha256(wish.wanted().canonical())),
        clock.instant());
    return answers;
  }

  private void sell(List<String> orderCodes) {
    orderCodes.forEach(code -> counts.paid());
    facts.fire(new OrderPaid(orderCodes));
    // last, because everybody who wants such tickets waits from here to the commit
    stock.sell(quantities(orderCodes));
  }

  private List<Quantity> quantities(List<String> orderCodes) {
    return sql.list(
        "select l.ticket_type_id, sum(l.quantity)::integer from encore.ticket_order o"
            + " join encore.order_line l on l.order_id = o.id where o.code = any (?) group by 1",
        row -> new Quantity(row.getLong(1), row.getInt(2)),
        (Object) orderCodes.toArray(String[]::new));
  }

  private static String[] texts(List<Wish> wishes, Function<Wish, String> column) {
    return wishes.stream().map(column).toArray(String[]::new);
  }
}
