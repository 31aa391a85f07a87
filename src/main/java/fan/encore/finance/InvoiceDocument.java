package fan.encore.finance;

import fan.encore.event.TaxRule;
import fan.encore.order.PricedLine;
import fan.encore.order.Quote;
import fan.encore.shared.Money;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Everything that is on an invoice or a credit note.
 *
 * @param credits code of the invoice that a credit note belongs to, else null
 * @param quote its lines; what money was not is the discount
 * @param suppliedAt when the order was paid, or the tickets were given back
 * @param buyer null when the name was erased
 */
record InvoiceDocument(
    String code,
    String credits,
    String orderCode,
    String eventTitle,
    Instant issuedAt,
    Instant suppliedAt,
    ZoneId zone,
    Seller seller,
    InvoiceBuyer buyer,
    Quote quote) {

  boolean credit() {
    return credits != null;
  }

  /** A line as it is kept. */
  static PricedLine line(
      String name, int quantity, long price, long fee, int tax, String currency) {
    return new PricedLine(
        0,
        "",
        name,
        quantity,
        new Money(price, currency),
        new Money(fee, currency),
        new TaxRule(tax, true));
  }
}
