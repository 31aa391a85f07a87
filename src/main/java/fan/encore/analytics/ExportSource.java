package fan.encore.analytics;

import java.util.List;

/**
 * Where the rows of an export come from: a page of numbers first, then all about them.
 *
 * @param number SQL column of the row's number, by which pages follow each other
 * @param numbers {@code select} of the numbers, up to its conditions; with the aliases {@code o},
 *     {@code e} and {@code a} that {@link fan.encore.order.OrderFilter#narrow} wants
 * @param rows {@code select} of what the columns need out of the numbers in {@code page}
 * @param perTicket whether answers about a single ticket belong here
 */
record ExportSource(
    String number, String numbers, String rows, boolean perTicket, List<Column> columns) {

  static ExportSource of(ExportKind kind) {
    return kind == ExportKind.ORDERS ? OrderRows.SOURCE : TicketRows.SOURCE;
  }
}
