package fan.encore.analytics;

import fan.encore.order.PricedLine;
import fan.encore.shared.Texts;
import java.util.List;

/** Orders as rows of an export. */
final class OrderRows {

  private static final String NUMBERS =
      "select o.id from encore.ticket_order o join encore.live_event e on e.id = o.event_id"
          + " left join encore.account a on a.id = o.account_id";

  /**
   * The tax in order {@code o}: of each rate rounded once for the whole order, as on its invoice.
   */
  static final String TAX =
      " left join lateral (select sum(r.gross - (r.gross * 20000 + 10000 + r.rate)"
          + " / (2 * (10000 + r.rate)))::bigint as tax from (select"
          + " coalesce(tax.rate_basis_points, 0)::bigint as rate,"
          + " sum(l.quantity * (l.price_minor + l.fee_minor))::bigint as gross"
          + " from encore.order_line l join encore.ticket_type t on t.id = l.ticket_type_id"
          + PricedLine.taxAt("o.placed_at")
          + " where l.order_id = o.id group by 1) r) taxes on true";

  /** What the lines of order {@code o} come to; a bundle is no ticket, what it gives are some. */
  static final String LINES =
      " left join lateral (select sum(l.quantity) filter (where p.part_of is null) as quantity,"
          + " sum(l.refunded) filter (where p.part_of is null) as returned,"
          + " sum(l.quantity * (l.price_minor + l.promo_minor))::bigint as list,"
          + " sum(l.quantity * l.promo_minor)::bigint as cut from encore.order_line l"
          + " left join lateral (select x.part_of from encore.order_line x where x.order_id = o.id"
          + " and x.part_of = l.ticket_type_id limit 1) p on true where l.order_id = o.id)"
          + " lines on true";

  private static final String ROWS =
      "select o.id, o.code, o.status, o.channel, o.provider, o.holder_name as buyer, a.email,"
          + " o.phone, lines.quantity, lines.returned, o.currency, lines.list, lines.cut,"
          + " c.code as promo, o.tickets_minor as tickets, o.fee_minor as fees, taxes.tax,"
          + " o.discount_minor as voucher, o.total_minor as total, o.refunded_minor as refunded,"
          + " o.placed_at as placed, o.paid_at as paid, o.refunded_at, o.sold_because as because,"
          + " (select jsonb_object_agg(x.question_id, x.answer)::text from encore.order_answer x"
          + " where x.order_id = o.id and x.ticket_number = 0) as answers"
          + " from page join encore.ticket_order o on o.id = page.id"
          + " left join encore.account a on a.id = o.account_id"
          + " left join encore.ticket_reservation r on r.id = o.reservation_id"
          + " left join encore.promo_code c on c.id = r.promo_code_id"
          + LINES
          + TAX
          + " order by o.id";

  static final ExportSource SOURCE =
      new ExportSource(
          "o.id",
          NUMBERS,
          ROWS,
          false,
          List.of(
              Column.text("code"),
              word("status", "order.status."),
              word("channel", "analytics.channel."),
              Column.text("provider"),
              Column.text("buyer"),
              Column.text("email"),
              Column.text("phone"),
              Column.number("quantity"),
              Column.number("returned"),
              Column.text("currency"),
              Column.money("list"),
              Column.money("cut"),
              Column.text("promo"),
              Column.money("tickets"),
              Column.money("fees"),
              Column.money("tax"),
              Column.money("voucher"),
              Column.money("total"),
              Column.money("refunded"),
              Column.time("placed"),
              Column.time("paid"),
              Column.time("refunded_at"),
              Column.text("because")));

  private OrderRows() {}

  /** A constant by its text in the reader's language. */
  static Column word(String name, String keys) {
    return new Column(name, (row, locale) -> Texts.get(locale, keys + row.getString(name)));
  }
}
