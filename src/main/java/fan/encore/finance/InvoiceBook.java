package fan.encore.finance;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.order.OrderView;
import fan.encore.order.PricedLine;
import fan.encore.order.RefundView;
import fan.encore.order.SoldSeat;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes invoices and credit notes, with the next number of their organizer's series. */
@Stateless
@PermitAll
public class InvoiceBook {

  private static final String INVOICE = "INVOICE";
  private static final String CREDIT_NOTE = "CREDIT_NOTE";

  private final Sql sql;
  private final Clock clock;

  @Inject
  public InvoiceBook(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** For the container's proxy. */
  public InvoiceBook() {
    this(null, null);
  }

  /** The code of an order's invoice, if it has one. */
  public Optional<String> invoiceOf(String orderCode) {
    return sql.first(
        "select i.code from encore.invoice i join encore.ticket_order o on o.id = i.order_id"
            + " where o.code = ? and i.kind = 'INVOICE'",
        row -> row.getString(1),
        orderCode);
  }

  /**
   * Writes the invoice of a paid order, once: two who ask at once get the same.
   *
   * @return its code
   */
  public String invoice(OrderView order, InvoiceBuyer buyer) {
    Series series = series(order.code(), INVOICE);
    Optional<String> earlier = invoiceOf(order.code());
    if (earlier.isPresent()) {
      return earlier.get();
    }
    String code = next(series, INVOICE);
    long id =
        sql.insert(
            "insert into encore.invoice (organizer_account_id, kind, number, code, account_id,"
                + " order_id, issued_at, supplied_at, currency, gross_minor, money_minor,"
                + " seller_name, seller_address, seller_tax_number, event_title, lines)"
                + " select ?, 'INVOICE', ?, ?, o.account_id, o.id, ?, o.paid_at, o.currency,"
                + " o.total_minor + o.discount_minor, o.total_minor, ?, ?, ?, ?, ?::jsonb"
                + " from encore.ticket_order o where o.code = ? returning id",
            series.organizer(),
            number(code),
            code,
            clock.instant(),
            series.seller().name(),
            series.seller().address(),
            series.seller().taxNumber(),
            order.eventTitle(),
            lines(order.quote().lines()),
            order.code());
    sql.update(
        "insert into encore.invoice_buyer (invoice_id, name, address) values (?, ?, ?)",
        id,
        buyer.name(),
        buyer.address());
    return code;
  }

  /** Writes the credit note of tickets that were given back of an order with an invoice, once. */
  public void creditNote(OrderView order, RefundView refund) {
    Series series = series(order.code(), CREDIT_NOTE);
    long written =
        sql.number(
            "select count(*) from encore.invoice i join encore.order_refund r on r.id = i.refund_id"
                + " where r.code = ?",
            refund.code());
    if (written > 0) {
      return;
    }
    String code = next(series, CREDIT_NOTE);
    long id =
        sql.insert(
            "insert into encore.invoice (organizer_account_id, kind, number, code, account_id,"
                + " order_id, refund_id, invoice_id, issued_at, supplied_at, currency, gross_minor,"
                + " money_minor, seller_name, seller_address, seller_tax_number, event_title, lines)"
                + " select ?, 'CREDIT_NOTE', ?, ?, i.account_id, i.order_id, r.id, i.id, ?,"
                + " r.refunded_at, i.currency, case when r.resale is null then r.value_minor"
                + " else r.amount_minor end, r.amount_minor, ?, ?, ?, i.event_title,"
                + " ?::jsonb from encore.order_refund r join encore.invoice i"
                + " on i.order_id = r.order_id and i.kind = 'INVOICE' where r.code = ? returning id",
            series.organizer(),
            number(code),
            code,
            clock.instant(),
            series.seller().name(),
            series.seller().address(),
            series.seller().taxNumber(),
            lines(given(order, refund)),
            refund.code());
    sql.update(
        "insert into encore.invoice_buyer (invoice_id, name, address) select ?, b.name, b.address"
            + " from encore.invoice_buyer b join encore.invoice c on c.invoice_id = b.invoice_id"
            + " where c.id = ?",
        id,
        id);
  }

  private record Series(long organizer, Seller seller) {}

  /** Whose numbers are used; others of the same series wait from here. */
  private Series series(String orderCode, String kind) {
    Series series =
        sql.first(
                "select e.organizer_account_id, coalesce(s.name, a.display_name, e.title) as name,"
                    + " coalesce(s.address, '') as address, coalesce(s.tax_number, '') as tax_number"
                    + " from encore.ticket_order o join encore.live_event e on e.id = o.event_id"
                    + " left join encore.account a on a.id = e.organizer_account_id"
                    + " left join encore.seller s on s.account_id = e.organizer_account_id"
                    + " where o.code = ?",
                row ->
                    new Series(
                        row.getLong(1),
                        new Seller(row.getString(2), row.getString(3), row.getString(4))),
                orderCode)
            .orElseThrow(NoInvoice::new);
    sql.update(
        "insert into encore.invoice_series (organizer_account_id, kind, last_number)"
            + " values (?, ?, 0) on conflict do nothing",
        series.organizer(),
        kind);
    sql.number(
        "select last_number from encore.invoice_series"
            + " where organizer_account_id = ? and kind = ? for update",
        series.organizer(),
        kind);
    return series;
  }

  private String next(Series series, String kind) {
    long number =
        sql.insert(
            "update encore.invoice_series set last_number = last_number + 1"
                + " where organizer_account_id = ? and kind = ? returning last_number",
            series.organizer(),
            kind);
    return "%s-%d-%06d".formatted(kind.substring(0, 1), series.organizer(), number);
  }

  private static long number(String code) {
    return Long.parseLong(code.substring(code.lastIndexOf('-') + 1));
  }

  /**
   * What goes back, type by type; fees that are kept are no part of it, and of a ticket that was
   * sold on only what its owner got.
   */
  private static List<PricedLine> given(OrderView order, RefundView refund) {
    Map<String, Long> seats =
        refund.seats().stream()
            .collect(Collectors.groupingBy(SoldSeat::ticketType, Collectors.counting()));
    return order.quote().lines().stream()
        .filter(line -> seats.containsKey(line.ticketType()))
        .map(
            line ->
                InvoiceDocument.line(
                    line.name(),
                    seats.get(line.ticketType()).intValue(),
                    refund.resold() ? refund.amount().minor() : line.price().minor(),
                    refund.feesKept() || refund.resold() ? 0 : line.fee().minor(),
                    line.tax().rateBasisPoints(),
                    line.price().currency()))
        .toList();
  }

  private static String lines(List<PricedLine> lines) {
    JsonArrayBuilder json = JSON.createArrayBuilder();
    for (PricedLine line : lines) {
      json.add(
          JSON.createObjectBuilder()
              .add("name", line.name())
              .add("quantity", line.quantity())
              .add("price", line.price().minor())
              .add("fee", line.fee().minor())
              .add("tax", line.tax().rateBasisPoints()));
    }
    return json.build().toString();
  }
}
