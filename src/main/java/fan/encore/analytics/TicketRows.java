package fan.encore.analytics;

import fan.encore.event.TaxRule;
import fan.encore.order.PricedLine;
import fan.encore.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Tickets as rows of an export, with who holds them and who bought them. */
final class TicketRows {

  private static final String NUMBERS =
      "select k.id from encore.ticket k join encore.ticket_order o on o.id = k.order_id"
          + " join encore.live_event e on e.id = k.event_id"
          + " left join encore.account a on a.id = o.account_id";

  /** The line that a ticket came from: those of its type one after the other, bundles' last. */
  private static final String LINE =
      " left join lateral (select l.price_minor, l.fee_minor, l.promo_minor from (select x.*,"
          + " sum(x.quantity) over (order by x.part_of) as upto from encore.order_line x"
          + " where x.order_id = k.order_id and x.ticket_type_id = k.ticket_type_id) l"
          + " where k.number <= l.upto order by l.upto limit 1) line on true";

  private static final String SEAT =
      " left join encore.seat_hold held on held.reservation_id = o.reservation_id"
          + " and held.ticket_type_id = k.ticket_type_id and held.number = k.number"
          + " left join encore.seat on seat.id = held.seat_id";

  private static final String ROWS =
      "select k.id, k.code as ticket, o.code, o.status, case when k.status <> 'ISSUED' then"
          + " 'CANCELLED' when k.checked_in_at is null then 'READY' else 'USED' end as state,"
          + " t.name as type, t.code as type_code, seat.label as seat, k.holder_name as holder,"
          + " h.email as holder_email, o.holder_name as buyer, a.email, o.currency,"
          + " line.price_minor + line.promo_minor as list, line.promo_minor as cut,"
          + " c.code as promo, line.price_minor as price, line.fee_minor as fee,"
          + " tax.rate_basis_points as rate, k.issued_at as issued, k.checked_in_at as came,"
          + " k.checked_in_gate as gate,"
          + " (select jsonb_object_agg(x.question_id, x.answer)::text from encore.order_answer x"
          + " where x.order_id = o.id and (x.ticket_number = 0"
          + " or x.ticket_type_id = k.ticket_type_id and x.ticket_number = k.number)) as answers"
          + " from page join encore.ticket k on k.id = page.id"
          + " join encore.ticket_order o on o.id = k.order_id"
          + " join encore.ticket_type t on t.id = k.ticket_type_id"
          + " left join encore.account a on a.id = o.account_id"
          + " left join encore.account h on h.id = k.account_id"
          + " left join encore.ticket_reservation r on r.id = o.reservation_id"
          + " left join encore.promo_code c on c.id = r.promo_code_id"
          + LINE
          + SEAT
          + PricedLine.taxAt("o.placed_at")
          + " order by k.id";

  static final ExportSource SOURCE =
      new ExportSource(
          "k.id",
          NUMBERS,
          ROWS,
          true,
          List.of(
              Column.text("ticket"),
              OrderRows.word("state", "ticket.status."),
              Column.text("type"),
              Column.text("type_code"),
              Column.text("seat"),
              Column.text("holder"),
              Column.text("holder_email"),
              Column.text("code"),
              OrderRows.word("status", "order.status."),
              Column.text("buyer"),
              Column.text("email"),
              Column.text("currency"),
              Column.money("list"),
              Column.money("cut"),
              Column.text("promo"),
              Column.money("price"),
              Column.money("fee"),
              new Column("tax", TicketRows::tax),
              Column.time("issued"),
              Column.time("came"),
              Column.text("gate")));

  private TicketRows() {}

  private static Object tax(ResultSet row, Locale locale) throws SQLException {
    Money paid = new Money(row.getLong("price") + row.getLong("fee"), row.getString("currency"));
    return TaxRule.contained(paid, row.getInt("rate"));
  }
}
