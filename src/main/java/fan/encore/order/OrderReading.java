package fan.encore.order;

import fan.encore.shared.ListQuery;
import fan.encore.shared.Money;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The readings of orders: one with its lines, and lists. */
final class OrderReading {

  private static final String FROM =
      " from encore.ticket_order o join encore.live_event e on e.id = o.event_id"
          + " join encore.venue v on v.id = e.venue_id";

  private static final Map<String, String> SORTS =
      Map.of(
          "code", "o.code",
          "eventTitle", "e.title",
          "status", "o.status",
          "total", "o.total_minor",
          "holderName", "o.holder_name",
          "placedAt", "o.placed_at",
          "paidAt", "o.paid_at");

  private OrderReading() {}

  static Optional<OrderView> view(Sql sql, String code) {
    List<PricedLine> lines = lines(sql, code);
    return sql.first(
        "select o.*, r.code as reservation, r.expires_at, e.slug, e.title, e.starts_at,"
            + " e.picture_key, v.name as venue, v.city, v.zone,"
            + " (select p.code from encore.promo_code p where p.id = r.promo_code_id) as promo"
            + FROM
            + " join encore.ticket_reservation r on r.id = o.reservation_id where o.code = ?",
        row -> view(row, new Quote(lines, row.getLong("discount_minor"), row.getString("promo"))),
        code);
  }

  /**
   * The lines of an order, what comes with bundles last; with the tax at the moment of the hold.
   */
  static List<PricedLine> lines(Sql sql, String code) {
    return sql.list(
        "select t.id, t.code, t.name, l.quantity, l.price_minor, l.fee_minor, l.promo_minor,"
            + " l.part_of, o.currency, tax.rate_basis_points, tax.included"
            + " from encore.ticket_order o join encore.order_line l on l.order_id = o.id"
            + " join encore.ticket_reservation r on r.id = o.reservation_id"
            + " join encore.ticket_type t on t.id = l.ticket_type_id"
            + PricedLine.taxAt("r.created_at")
            + " where o.code = ? order by l.part_of, t.place",
        PricedLine::of,
        code);
  }

  /** Filters: code, eventTitle, status, holderName, payment. */
  static Slice<OrderRow> slice(Sql sql, Where where, ListQuery query) {
    where
        .startsWith("o.code", query.filter("code"))
        .contains("e.title", query.filter("eventTitle"))
        .equal("o.status", query.filter("status"))
        .contains("o.holder_name", query.filter("holderName"))
        .startsWith("o.payment", query.filter("payment"));
    long total = sql.number("select count(*)" + FROM + where.sql(), where.parameters());
    List<OrderRow> rows =
        sql.list(
            "select o.*, e.slug, e.title, e.starts_at, e.picture_key, v.city, v.zone,"
                + " (select sum(l.quantity) from encore.order_line l where l.order_id = o.id"
                + " and not exists (select from encore.order_line p"
                + " where p.order_id = o.id and p.part_of = l.ticket_type_id)) as quantity"
                + FROM
                + where.sql()
                + Where.order(query, SORTS, "o.id")
                + " limit ? offset ?",
            OrderReading::row,
            where.parameters(query.size(), query.first()));
    return new Slice<>(rows, total);
  }

  private static OrderView view(ResultSet row, Quote quote) throws SQLException {
    return new OrderView(
        row.getString("code"),
        row.getLong("account_id"),
        OrderStatus.valueOf(row.getString("status")),
        row.getString("slug"),
        row.getString("title"),
        row.getString("venue"),
        row.getString("city"),
        row.getString("zone"),
        Sql.instant(row, "starts_at"),
        row.getString("picture_key"),
        quote,
        row.getString("holder_name"),
        row.getString("phone"),
        row.getString("provider"),
        row.getString("payment"),
        row.getString("reservation"),
        Sql.instant(row, "expires_at"),
        Sql.instant(row, "placed_at"),
        Sql.instant(row, "paid_at"),
        Sql.instant(row, "refunded_at"),
        new Money(row.getLong("refunded_minor"), row.getString("currency")));
  }

  private static OrderRow row(ResultSet row) throws SQLException {
    return new OrderRow(
        row.getString("code"),
        row.getLong("account_id"),
        OrderStatus.valueOf(row.getString("status")),
        row.getString("slug"),
        row.getString("title"),
        row.getString("city"),
        row.getString("zone"),
        Sql.instant(row, "starts_at"),
        row.getString("picture_key"),
        row.getString("holder_name"),
        row.getInt("quantity"),
        new Money(row.getLong("total_minor"), row.getString("currency")),
        row.getString("provider"),
        row.getString("payment"),
        Sql.instant(row, "placed_at"),
        Sql.instant(row, "paid_at"));
  }
}
