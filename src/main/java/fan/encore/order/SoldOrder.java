package fan.encore.order;

import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import java.util.Optional;

/**
 * An order as those need it who take its tickets back.
 *
 * @param payment code of the payment that paid it, or null
 * @param grossMinor tickets and fees before a voucher
 * @param valueBefore value of what was given back earlier
 */
public record SoldOrder(
    long id,
    String code,
    OrderStatus status,
    String eventSlug,
    String provider,
    String payment,
    Money total,
    long grossMinor,
    long valueBefore) {

  static Optional<SoldOrder> byCode(Sql sql, String code) {
    return sql.first(
        "select o.id, o.code, o.status, e.slug, o.provider, o.payment, o.total_minor, o.currency,"
            + " o.total_minor + o.discount_minor as gross, (select coalesce(sum(r.value_minor), 0)"
            + " from encore.order_refund r where r.order_id = o.id) as before"
            + " from encore.ticket_order o join encore.live_event e on e.id = o.event_id"
            + " where o.code = ?",
        row ->
            new SoldOrder(
                row.getLong("id"),
                row.getString("code"),
                OrderStatus.valueOf(row.getString("status")),
                row.getString("slug"),
                row.getString("provider"),
                row.getString("payment"),
                new Money(row.getLong("total_minor"), row.getString("currency")),
                row.getLong("gross"),
                row.getLong("before")),
        code);
  }
}
