package fan.encore.analytics;

import fan.encore.analytics.SalesReport.Books;
import fan.encore.analytics.SalesReport.Payout;
import fan.encore.analytics.SalesReport.Refunds;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * What went back in a period, what the ledger has of its sales and refunds, and what the organizer
 * gets of them.
 */
final class BookReading {

  private static final String SOLD =
      " from encore.ticket_order o where o.event_id = any (?) and o.paid_at >= ? and o.paid_at < ?";

  private static final String GIVEN =
      " from encore.order_refund r join encore.ticket_order o on o.id = r.order_id"
          + " where o.event_id = any (?) and r.refunded_at >= ? and r.refunded_at < ?";

  /** Of a refund: what goes back of prices. Whoever sold a ticket on gets what the buyer gave. */
  private static final String PRICES_BACK =
      "(case when r.resale is not null then least(r.amount_minor, r.value_minor - r.fee_minor)"
          + " when r.fees_kept then r.value_minor else r.value_minor - r.fee_minor end)";

  /** Of a refund: what goes back of service fees. */
  private static final String FEES_BACK =
      "(case when r.resale is not null then greatest(0, r.amount_minor - r.value_minor"
          + " + r.fee_minor) when r.fees_kept then 0 else r.fee_minor end)";

  /** What a posting credits to the house's accounts of revenue. */
  private static final String REVENUE =
      "(select sum(f.amount) from encore.ledger_transaction x"
          + " join encore.ledger_transfer f on f.transaction_id = x.id"
          + " join encore.ledger_account a on a.id = f.credit_account_id and a.kind = 'revenue'"
          + " where x.posting_key = 'order.paid:' || o.code)";

  /** What a posting debits to the house's accounts of refunds. */
  private static final String COST =
      " join encore.ledger_transfer f on f.transaction_id = x.id"
          + " join encore.ledger_account a on a.id = f.debit_account_id and a.kind = 'refunds'";

  private static final String BY_HAND =
      "(select sum(f.amount) from encore.ledger_transaction x"
          + COST
          + " where x.posting_key = 'order.refund:' || r.code)";

  /**
   * By a provider: as the refund asked for it, or, where all of a payment went back, by whatever
   * else went back of it.
   */
  private static final String WISHES =
      " from encore.payment p join encore.payment_refund w on w.payment_id = p.id where p.code ="
          + " o.payment and (w.call_key = r.code or r.call_key = 'payment:' || p.code and not"
          + " exists (select from encore.order_refund n where n.order_id = o.id and n.code ="
          + " w.call_key))";

  private static final String BY_PROVIDER =
      "(select sum((select sum(f.amount) from encore.ledger_transaction x"
          + COST
          + " where x.posting_key = 'payment:' || p.code || ':refund:' || w.id))"
          + WISHES
          + ")";

  private static final String UNDER_WAY =
      "(select sum(w.amount_minor)" + WISHES + " and w.status <> 'SUCCEEDED')";

  /** The fee of a ticket where the organizer pays it, by the narrowest rule of that time. */
  private static final String FEE =
      "select coalesce(sum((l.quantity - l.refunded) * least(greatest((l.price_minor *"
          + " y.share_basis_points + 5000) / 10000 + y.fixed_minor, y.least_minor),"
          + " coalesce(y.most_minor, 9223372036854775807))), 0) from encore.ticket_order o join"
          + " encore.order_line l on l.order_id = o.id and l.price_minor > 0 join lateral (select *"
          + " from encore.fee_rule x where (x.ticket_type_id = l.ticket_type_id or x.event_id ="
          + " o.event_id or x.currency = o.currency or num_nonnulls(x.ticket_type_id, x.event_id,"
          + " x.currency) = 0) and x.valid_from <= o.placed_at and (x.ended_at is null or"
          + " x.ended_at > o.placed_at) order by x.ticket_type_id is null, x.event_id is null,"
          + " x.currency is null limit 1) y on y.payer = 'ORGANIZER' where o.channel = 'WEB' and"
          + " o.event_id = any (?) and o.paid_at >= ? and o.paid_at < ?";

  private final Sql sql;
  private final Long[] events;
  private final String currency;
  private final Instant from;
  private final Instant until;

  BookReading(Sql sql, List<Long> events, String currency, Instant from, Instant until) {
    this.sql = sql;
    this.events = events.toArray(Long[]::new);
    this.currency = currency;
    this.from = from;
    this.until = until;
  }

  Books books() {
    return new Books(
        sum("select coalesce(sum(" + REVENUE + "), 0)" + SOLD),
        sum(
            "select coalesce(sum(coalesce("
                + BY_HAND
                + ", 0) + coalesce("
                + BY_PROVIDER
                + ", 0)), 0)"
                + GIVEN),
        sum("select coalesce(sum(" + UNDER_WAY + "), 0)" + GIVEN));
  }

  /** What was given back. */
  Refunds refunds() {
    return sql.first(
            "select count(*) as refunds, coalesce(sum((select count(*) from encore.refunded_seat s"
                + " join encore.ticket_type t on t.id = s.ticket_type_id where s.refund_id = r.id"
                + " and not t.bundle)), 0) as tickets, coalesce(sum("
                + PRICES_BACK
                + "), 0) as prices, coalesce(sum("
                + FEES_BACK
                + "), 0) as fees, coalesce(sum(r.fee_minor - "
                + FEES_BACK
                + "), 0) as kept,"
                + " coalesce(sum(r.amount_minor), 0) as refunded"
                + GIVEN,
            row ->
                new Refunds(
                    row.getLong("refunds"),
                    row.getLong("tickets"),
                    money(row, "prices"),
                    money(row, "fees"),
                    money(row, "kept"),
                    money(row, "refunded")),
            events,
            from,
            until)
        .orElseThrow();
  }

  Payout payout() {
    Money sold = sum("select coalesce(sum(o.tickets_minor), 0)" + SOLD + " and o.channel = 'WEB'");
    Money returned =
        sum("select coalesce(sum(" + PRICES_BACK + "), 0)" + GIVEN + " and o.channel = 'WEB'");
    Money taken = sum("select coalesce(sum(o.total_minor), 0)" + SOLD + " and o.channel <> 'WEB'");
    Money given =
        sum("select coalesce(sum(r.amount_minor), 0)" + GIVEN + " and o.channel <> 'WEB'");
    return new Payout(sold, returned, sum(FEE), taken.minus(given));
  }

  private Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getLong(column), currency);
  }

  private Money sum(String query) {
    return new Money(sql.number(query, events, from, until), currency);
  }
}
