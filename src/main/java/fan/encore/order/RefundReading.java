package fan.encore.order;

import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Reads what was given back of an order. */
final class RefundReading {

  private RefundReading() {}

  static List<RefundView> of(Sql sql, String orderCode) {
    return sql.list(
        "select r.*, o.code as order_code, o.currency, p.status as paid_back,"
            + " (select array_agg(t.code || ' ' || s.number order by t.place, s.number)"
            + " from encore.refunded_seat s join encore.ticket_type t on t.id = s.ticket_type_id"
            + " where s.refund_id = r.id) as seats,"
            + " (select coalesce(sum(l.price_minor), 0) from encore.refunded_seat s"
            + " join encore.order_line l on l.order_id = s.order_id"
            + " and l.ticket_type_id = s.ticket_type_id and l.part_of = s.part_of where s.refund_id = r.id) as prices"
            + " from encore.order_refund r join encore.ticket_order o on o.id = r.order_id"
            + " left join encore.payment y on y.code = o.payment"
            + " left join encore.payment_refund p on p.payment_id = y.id and p.call_key = r.code"
            + " where o.code = ? order by r.id",
        RefundReading::view,
        orderCode);
  }

  private static RefundView view(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    String paidBack = row.getString("paid_back");
    return new RefundView(
        row.getString("code"),
        row.getString("order_code"),
        Arrays.stream((String[]) row.getArray("seats").getArray())
            .map(RefundReading::seat)
            .toList(),
        new Money(row.getLong("prices"), currency),
        new Money(row.getLong("fee_minor"), currency),
        row.getBoolean("fees_kept"),
        new Money(row.getLong("amount_minor"), currency),
        row.getString("reason"),
        Sql.instant(row, "refunded_at"),
        paidBack == null || paidBack.equals("SUCCEEDED"),
        row.getString("resale") != null);
  }

  private static SoldSeat seat(String text) {
    int space = text.lastIndexOf(' ');
    return new SoldSeat(text.substring(0, space), Integer.parseInt(text.substring(space + 1)));
  }
}
