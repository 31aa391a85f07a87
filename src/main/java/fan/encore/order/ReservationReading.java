package fan.encore.order;

import fan.encore.event.TicketStock.Quantity;
import fan.encore.shared.Sql;
import java.util.List;
import java.util.Optional;

/** Reads reservations and their lines. */
final class ReservationReading {

  private ReservationReading() {}

  static Optional<ReservationView> view(Sql sql, long accountId, String code) {
    List<PricedLine> lines =
        sql.list(
            "select t.id, t.code, t.name, l.quantity, l.price_minor, l.fee_minor,"
                + " l.promo_minor, l.part_of, r.currency, tax.rate_basis_points, tax.included"
                + " from encore.ticket_reservation r"
                + " join encore.reserved_line l on l.reservation_id = r.id"
                + " join encore.ticket_type t on t.id = l.ticket_type_id"
                + PricedLine.taxAt("r.created_at")
                + " where r.code = ? order by l.part_of, t.place",
            PricedLine::of,
            code);
    return sql.first(
        "select r.code, e.slug, e.title, r.status, r.expires_at, o.code as order_code,"
            + " (select p.code from encore.promo_code p where p.id = r.promo_code_id) as promo"
            + " from encore.ticket_reservation r join encore.live_event e on e.id = r.event_id"
            + " left join encore.ticket_order o on o.reservation_id = r.id"
            + " where r.code = ? and r.account_id = ?",
        row ->
            new ReservationView(
                row.getString("code"),
                row.getString("slug"),
                row.getString("title"),
                ReservationStatus.valueOf(row.getString("status")),
                Sql.instant(row, "expires_at"),
                row.getString("order_code"),
                new Quote(lines, 0, row.getString("promo"))),
        code,
        accountId);
  }

  static List<Quantity> quantities(Sql sql, long reservationId) {
    return sql.list(
        "select ticket_type_id, quantity from encore.reservation_line where reservation_id = ?",
        row -> new Quantity(row.getLong(1), row.getInt(2)),
        reservationId);
  }
}
