package fan.encore.analytics;

import fan.encore.analytics.SalesReport.Part;
import fan.encore.order.PricedLine;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Adds up what events sold and gave back in a period. */
final class ReportReading {

  private static final String SOLD =
      " where o.event_id = any (?) and o.paid_at >= ? and o.paid_at < ?";

  private static final String GIVEN =
      " from encore.order_refund r join encore.ticket_order o on o.id = r.order_id"
          + " join encore.live_event e on e.id = o.event_id"
          + " where o.event_id = any (?) and r.refunded_at >= ? and r.refunded_at < ?";

  private static final String NUMBERS =
      " coalesce(sum(orders), 0) as orders, coalesce(sum(quantity), 0) as tickets,"
          + " coalesce(sum(list), 0) as list, coalesce(sum(cut), 0) as cut,"
          + " coalesce(sum(prices), 0) as prices, coalesce(sum(fees), 0) as fees,"
          + " coalesce(sum(tax), 0) as tax, coalesce(sum(voucher), 0) as voucher,"
          + " coalesce(sum(total), 0) as total, coalesce(sum(refunded), 0) as refunded";

  private final Sql sql;
  private final Long[] events;
  private final String currency;
  private final Instant from;
  private final Instant until;

  ReportReading(Sql sql, List<Long> events, String currency, Instant from, Instant until) {
    this.sql = sql;
    this.events = events.toArray(Long[]::new);
    this.currency = currency;
    this.from = from;
    this.until = until;
  }

  Part sums() {
    return grouped("''", "''").stream()
        .findFirst()
        .orElseGet(() -> new Part("", "", 0L, 0L, no(), no(), no(), no(), no(), no(), no(), no()));
  }

  List<Part> byEvent() {
    return brief(grouped("e.title", "e.slug"));
  }

  List<Part> byChannel() {
    return brief(grouped("o.channel", "o.provider"));
  }

  /** Without what is read in other parts. */
  private static List<Part> brief(List<Part> parts) {
    return parts.stream()
        .map(
            part ->
                new Part(
                    part.name(),
                    part.detail(),
                    part.orders(),
                    part.tickets(),
                    null,
                    null,
                    part.prices(),
                    part.fees(),
                    null,
                    part.voucher(),
                    part.total(),
                    part.refunded()))
        .toList();
  }

  /** Sales and refunds by what {@code name} and {@code detail} say of an order and its event. */
  private List<Part> grouped(String name, String detail) {
    return sql.list(
        "select name, detail,"
            + NUMBERS
            + " from (select "
            + name
            + " as name, "
            + detail
            + " as detail, 1 as orders, lines.quantity, lines.list, lines.cut,"
            + " o.tickets_minor as prices, o.fee_minor as fees, taxes.tax,"
            + " o.discount_minor as voucher, o.total_minor as total, 0 as refunded"
            + " from encore.ticket_order o join encore.live_event e on e.id = o.event_id"
            + OrderRows.LINES
            + OrderRows.TAX
            + SOLD
            + " union all select "
            + name
            + ", "
            + detail
            + ", 0, 0, 0, 0, 0, 0, 0, 0, 0, r.amount_minor"
            + GIVEN
            + ") x group by name, detail order by name, detail",
        this::part,
        events,
        from,
        until,
        events,
        from,
        until);
  }

  /** Bundles are listed with their price, what they give without one. */
  List<Part> byType() {
    return sql.list(
        "select t.name, t.code as detail, count(distinct o.id) as orders, sum(l.quantity) as"
            + " tickets, sum(l.quantity * (l.price_minor + l.promo_minor)) as list, sum(l.quantity"
            + " * l.promo_minor) as cut, sum(l.quantity * l.price_minor) as prices, sum(l.quantity"
            + " * l.fee_minor) as fees from encore.ticket_order o join encore.order_line l on"
            + " l.order_id = o.id join encore.ticket_type t on t.id = l.ticket_type_id"
            + SOLD
            + " group by t.id order by t.event_id, t.place, t.id",
        row ->
            new Part(
                row.getString("name"),
                row.getString("detail"),
                row.getLong("orders"),
                row.getLong("tickets"),
                money(row, "list"),
                money(row, "cut"),
                money(row, "prices"),
                money(row, "fees"),
                null,
                null,
                null,
                null),
        events,
        from,
        until);
  }

  List<Part> byPromo() {
    return sql.list(
        "select c.code as name, '' as detail, count(*) as orders, sum(lines.quantity) as tickets,"
            + " sum(lines.list) as list, sum(lines.cut) as cut, sum(o.tickets_minor) as prices,"
            + " sum(o.fee_minor) as fees, sum(o.total_minor) as total from encore.ticket_order o"
            + " join encore.ticket_reservation v on v.id = o.reservation_id"
            + " join encore.promo_code c on c.id = v.promo_code_id"
            + OrderRows.LINES
            + SOLD
            + " group by c.id, c.code order by c.code",
        row ->
            new Part(
                row.getString("name"),
                "",
                row.getLong("orders"),
                row.getLong("tickets"),
                money(row, "list"),
                money(row, "cut"),
                money(row, "prices"),
                money(row, "fees"),
                null,
                null,
                money(row, "total"),
                null),
        events,
        from,
        until);
  }

  /** By rate; the tax of each rate is rounded once for each order, as on its invoice. */
  List<Part> byTax() {
    return sql.list(
        "select r.rate, sum(r.gross) as prices,"
            + " sum(r.gross - (r.gross * 20000 + 10000 + r.rate) / (2 * (10000 + r.rate))) as tax"
            + " from (select coalesce(tax.rate_basis_points, 0)::bigint as rate,"
            + " sum(l.quantity * (l.price_minor + l.fee_minor))::bigint as gross"
            + " from encore.ticket_order o join encore.order_line l on l.order_id = o.id"
            + " join encore.ticket_type t on t.id = l.ticket_type_id"
            + PricedLine.taxAt("o.placed_at")
            + SOLD
            + " group by o.id, 1) r group by r.rate order by r.rate desc",
        row ->
            new Part(
                BigDecimal.valueOf(row.getLong("rate"), 2).stripTrailingZeros().toPlainString(),
                "",
                null,
                null,
                null,
                null,
                money(row, "prices"),
                null,
                money(row, "tax"),
                null,
                null,
                null),
        events,
        from,
        until);
  }

  private Part part(ResultSet row) throws SQLException {
    return new Part(
        row.getString("name"),
        row.getString("detail"),
        row.getLong("orders"),
        row.getLong("tickets"),
        money(row, "list"),
        money(row, "cut"),
        money(row, "prices"),
        money(row, "fees"),
        money(row, "tax"),
        money(row, "voucher"),
        money(row, "total"),
        money(row, "refunded"));
  }

  private Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getLong(column), currency);
  }

  private Money no() {
    return Money.zero(currency);
  }
}
