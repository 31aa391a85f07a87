package fan.encore.finance;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.order.OrderDesk;
import fan.encore.order.OrderRefunds;
import fan.encore.order.OrderView;
import fan.encore.order.Orders;
import fan.encore.order.PricedLine;
import fan.encore.order.Quote;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import fan.encore.storage.StoredFile;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Invoices of orders and credit notes of what was given back. Whoever bought asks for her invoice,
 * the organizer may as well; credit notes follow by themselves. What was written never changes.
 */
@Stateless
@RolesAllowed({Roles.FAN, Roles.GUEST})
public class Invoices {

  @Resource private SessionContext context;
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Orders orders;
  @Inject private OrderDesk desk;
  @Inject private OrderRefunds refunds;
  @Inject private InvoiceBook book;

  /**
   * Writes the invoice of one's own paid order, or finds the one that was written before.
   *
   * @return its code
   * @throws fan.encore.order.OrderNotFound if there is no such order, or it is somebody else's
   * @throws NoInvoice if it was never paid
   */
  public String issue(long accountId, String orderCode, @Valid InvoiceBuyer buyer) {
    return issue(orders.byCode(accountId, orderCode), buyer);
  }

  /** As {@link #issue}, by the organizer of the order's event. */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  @Audited("invoice.issue")
  public String issueForBuyer(
      long accountId, @Audited.Subject String orderCode, @Valid InvoiceBuyer buyer) {
    return issue(desk.byCode(accountId, orderCode), buyer);
  }

  /** The invoice and the credit notes of one's own order, the first one first. */
  public List<InvoiceRow> of(long accountId, String orderCode) {
    return rows(orders.byCode(accountId, orderCode).code());
  }

  /** As {@link #of}, for the organizer of the order's event. */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  public List<InvoiceRow> ofBuyer(long accountId, String orderCode) {
    return rows(desk.byCode(accountId, orderCode).code());
  }

  /**
   * A document on paper, for its buyer, its organizer and administrators.
   *
   * @throws NoInvoice if there is none, or it is none of theirs
   */
  public StoredFile pdf(long accountId, String code, Locale locale) {
    boolean mayAll = context.isCallerInRole(Roles.ADMIN);
    InvoiceDocument document =
        sql.first(
                "select i.*, o.code as order_code, v.zone, c.code as credits, b.name as buyer_name,"
                    + " b.address as buyer_address from encore.invoice i"
                    + " join encore.ticket_order o on o.id = i.order_id"
                    + " join encore.live_event e on e.id = o.event_id"
                    + " join encore.venue v on v.id = e.venue_id"
                    + " left join encore.invoice c on c.id = i.invoice_id"
                    + " left join encore.invoice_buyer b on b.invoice_id = i.id where i.code = ?"
                    + " and (? or i.account_id = ? or encore.may(o.event_id, ?, 'ORDERS'))",
                Invoices::document,
                code == null ? "" : code,
                mayAll,
                accountId,
                accountId)
            .orElseThrow(NoInvoice::new);
    byte[] bytes = new InvoicePdf(locale, document).bytes();
    return new StoredFile(code + ".pdf", "application/pdf", bytes, "");
  }

  /** What invoices of this organizer say about the seller; empty where nothing was written. */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  public Optional<Seller> seller(long accountId) {
    return sql.first(
        "select name, address, tax_number from encore.seller where account_id = ?",
        row -> new Seller(row.getString(1), row.getString(2), row.getString(3)),
        accountId);
  }

  /** Says what invoices from now on say about the seller. */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  @Audited("invoice.seller")
  public void write(long accountId, @Valid Seller seller) {
    sql.update(
        "insert into encore.seller (account_id, name, address, tax_number, written_at)"
            + " values (?, ?, ?, ?, ?) on conflict (account_id) do update set name = excluded.name,"
            + " address = excluded.address, tax_number = excluded.tax_number,"
            + " written_at = excluded.written_at",
        accountId,
        seller.name().strip(),
        seller.address().strip(),
        seller.taxNumber().strip(),
        clock.instant());
  }

  /**
   * Writes credit notes for what was given back of orders with an invoice.
   *
   * @return how many were missing
   */
  @RolesAllowed(Roles.SYSTEM)
  public int creditDue(int limit) {
    List<String> due =
        sql.list(
            "select distinct o.code from encore.invoice i"
                + " join encore.order_refund r on r.order_id = i.order_id"
                + " join encore.ticket_order o on o.id = i.order_id where i.kind = 'INVOICE'"
                + " and not exists (select from encore.invoice c where c.refund_id = r.id) limit ?",
            row -> row.getString(1),
            limit);
    due.forEach(code -> credit(orders.forFulfilment(code)));
    return due.size();
  }

  private String issue(OrderView order, InvoiceBuyer buyer) {
    if (order.paidAt() == null) {
      throw new NoInvoice();
    }
    String code = book.invoice(order, buyer);
    credit(order);
    return code;
  }

  private void credit(OrderView order) {
    refunds.of(order.code()).forEach(refund -> book.creditNote(order, refund));
  }

  private List<InvoiceRow> rows(String orderCode) {
    return sql.list(
        "select i.*, o.code as order_code from encore.invoice i"
            + " join encore.ticket_order o on o.id = i.order_id where o.code = ? order by i.id",
        row ->
            new InvoiceRow(
                row.getString("code"),
                row.getString("kind").equals("CREDIT_NOTE"),
                row.getString("order_code"),
                Sql.instant(row, "issued_at"),
                new Money(row.getLong("money_minor"), row.getString("currency"))),
        orderCode);
  }

  private static InvoiceDocument document(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    String buyer = row.getString("buyer_name");
    return new InvoiceDocument(
        row.getString("code"),
        row.getString("credits"),
        row.getString("order_code"),
        row.getString("event_title"),
        Sql.instant(row, "issued_at"),
        Sql.instant(row, "supplied_at"),
        ZoneId.of(row.getString("zone")),
        new Seller(
            row.getString("seller_name"),
            row.getString("seller_address"),
            row.getString("seller_tax_number")),
        buyer == null ? null : new InvoiceBuyer(buyer, row.getString("buyer_address")),
        new Quote(
            lines(row.getString("lines"), currency),
            row.getLong("gross_minor") - row.getLong("money_minor"),
            null));
  }

  private static List<PricedLine> lines(String json, String currency) {
    try (var reader = JSON.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(
              line ->
                  InvoiceDocument.line(
                      line.getString("name"),
                      line.getInt("quantity"),
                      line.getJsonNumber("price").longValue(),
                      line.getJsonNumber("fee").longValue(),
                      line.getInt("tax"),
                      currency))
          .toList();
    }
  }
}
