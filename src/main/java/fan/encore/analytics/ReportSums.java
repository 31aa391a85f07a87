package fan.encore.analytics;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Adds reports up, each out of one look at the database. */
@Stateless
@PermitAll
public class ReportSums {

  @Inject private Sql sql;

  /**
   * What a report is about.
   *
   * @param slug of the only event, or null
   * @param title of the only event, or null
   * @param zone whose days they are
   */
  public record Wanted(String slug, String title, String currency, String zone, Period period) {}

  /**
   * All queries see the same moment, so that what is sold in between cannot make books and orders
   * differ.
   *
   * @param events numbers of events in the currency; whoever asks was allowed to
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public SalesReport report(Wanted wanted, List<Long> events) {
    sql.update("set transaction isolation level repeatable read, read only");
    ZoneId zone = ZoneId.of(wanted.zone());
    Instant from = wanted.period().begins(zone);
    Instant until = wanted.period().ends(zone);
    ReportReading sales = new ReportReading(sql, events, wanted.currency(), from, until);
    BookReading books = new BookReading(sql, events, wanted.currency(), from, until);
    return new SalesReport(
        wanted.slug(),
        wanted.title(),
        wanted.currency(),
        wanted.zone(),
        wanted.period(),
        sales.sums(),
        wanted.slug() == null ? sales.byEvent() : List.of(),
        wanted.slug() == null ? List.of() : sales.byType(),
        sales.byChannel(),
        sales.byPromo(),
        sales.byTax(),
        books.refunds(),
        books.payout(),
        books.books());
  }
}
