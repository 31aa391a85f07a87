package fan.encore.analytics.api;

import fan.encore.analytics.SalesReport;
import fan.encore.app.api.Amount;
import java.time.LocalDate;
import java.util.List;

/**
 * A report as programs read it; see {@link SalesReport}.
 *
 * @param event slug, or null for all events
 * @param from first day, null for the beginning
 * @param until last day, null for until now
 * @param net what is left of the money
 * @param agrees whether ledger and orders say the same to the last minor unit
 */
public record SalesReportView(
    String event,
    String currency,
    String zone,
    LocalDate from,
    LocalDate until,
    SalesPart sums,
    Amount net,
    List<SalesPart> events,
    List<SalesPart> types,
    List<SalesPart> channels,
    List<SalesPart> promoCodes,
    List<SalesPart> taxes,
    SalesRefunds refunds,
    SalesPayout payout,
    SalesBooks ledger,
    boolean agrees) {

  static SalesReportView of(SalesReport report) {
    return new SalesReportView(
        report.slug(),
        report.currency(),
        report.zone(),
        report.period().from(),
        report.period().until(),
        SalesPart.of(report.sums()),
        Amount.of(report.net()),
        parts(report.events()),
        parts(report.types()),
        parts(report.channels()),
        parts(report.promos()),
        parts(report.taxes()),
        SalesRefunds.of(report.refunds()),
        SalesPayout.of(report.payout()),
        SalesBooks.of(report.books()),
        report.agrees());
  }

  private static List<SalesPart> parts(List<SalesReport.Part> parts) {
    return parts.stream().map(SalesPart::of).toList();
  }

  /** Sales that have their name in common; what does not apply is null. */
  public record SalesPart(
      String name,
      String detail,
      Long orders,
      Long tickets,
      Amount list,
      Amount cut,
      Amount prices,
      Amount fees,
      Amount tax,
      Amount voucher,
      Amount total,
      Amount refunded) {
    static SalesPart of(SalesReport.Part part) {
      return new SalesPart(
          part.name(),
          part.detail(),
          part.orders(),
          part.tickets(),
          Amount.of(part.list()),
          Amount.of(part.cut()),
          Amount.of(part.prices()),
          Amount.of(part.fees()),
          Amount.of(part.tax()),
          Amount.of(part.voucher()),
          Amount.of(part.total()),
          Amount.of(part.refunded()));
    }
  }

  /** What was given back in the period. */
  public record SalesRefunds(
      long count, long tickets, Amount prices, Amount fees, Amount kept, Amount money) {
    static SalesRefunds of(SalesReport.Refunds refunds) {
      return new SalesRefunds(
          refunds.count(),
          refunds.tickets(),
          Amount.of(refunds.prices()),
          Amount.of(refunds.fees()),
          Amount.of(refunds.kept()),
          Amount.of(refunds.money()));
    }
  }

  /** sold - returned - fees = due. */
  public record SalesPayout(Amount sold, Amount returned, Amount fees, Amount due, Amount byHand) {
    static SalesPayout of(SalesReport.Payout payout) {
      return new SalesPayout(
          Amount.of(payout.sold()),
          Amount.of(payout.returned()),
          Amount.of(payout.fees()),
          Amount.of(payout.due()),
          Amount.of(payout.byHand()));
    }
  }

  /** The same out of the ledger. */
  public record SalesBooks(Amount sales, Amount refunded, Amount underWay) {
    static SalesBooks of(SalesReport.Books books) {
      return new SalesBooks(
          Amount.of(books.sales()), Amount.of(books.refunded()), Amount.of(books.underWay()));
    }
  }
}
