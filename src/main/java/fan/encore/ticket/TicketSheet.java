package fan.encore.ticket;

import fan.encore.order.PricedLine;
import fan.encore.seat.HeldSeat;
import fan.encore.shared.Money;
import fan.encore.shared.Texts;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * Everything that one printed ticket shows.
 *
 * @param eventSlug chooses the drawn picture where the event has none that can be printed
 * @param artist who plays, or null
 * @param doorsAt in the event's zone, or null
 * @param startsAt in the event's zone
 * @param issue which of the ticket's codes this is, from 1
 * @param number which of the order's tickets this is, from 1
 * @param of how many tickets the order has
 * @param seat where its holder sits, or null
 * @param price what it was sold for; the line's quantity says nothing about it
 * @param qr content of the QR code
 */
record TicketSheet(
    String eventSlug,
    String title,
    String artist,
    ZonedDateTime doorsAt,
    ZonedDateTime startsAt,
    String venue,
    String address,
    String holder,
    String type,
    HeldSeat seat,
    PricedLine price,
    String orderCode,
    String ticketCode,
    int issue,
    int number,
    int of,
    String qr) {

  /** What was bought: the type, and the seat where there is one. */
  String bought(Locale locale) {
    return seat == null ? type : type + " · " + seat.words(locale);
  }

  /**
   * What it was sold for with the arithmetic of fee and tax: {@code ¥5,000 − ¥500 + ¥225 service
   * fee = ¥4,725, contains 10 % tax ¥430}. What a voucher paid of the order is not taken off.
   */
  String paid(Locale locale) {
    Money total = price.price().plus(price.fee());
    if (price.part()) {
      return Texts.get(locale, "ticket.pdf.in_bundle");
    }
    if (total.isZero()) {
      return Texts.get(locale, "ticket.pdf.free");
    }
    String sum = price.listPrice().format(locale);
    if (price.cut().isPositive()) {
      sum += " − " + price.cut().format(locale);
    }
    if (price.fee().isPositive()) {
      sum = Texts.get(locale, "ticket.pdf.plus_fee", sum, price.fee());
    }
    if (price.cut().isPositive() || price.fee().isPositive()) {
      sum += " = " + total.format(locale);
    }
    return price.tax().rateBasisPoints() == 0
        ? sum
        : Texts.get(locale, "ticket.pdf.tax", sum, price.tax().percent(), price.tax().in(total));
  }

  /** The ticket's code as people read it aloud. */
  String code() {
    return grouped(ticketCode, issue);
  }

  /**
   * A ticket code in groups: {@code T7K3 M9QX 2ABC D}, and {@code T7K3 M9QX 2ABC D-2} once it was
   * replaced, so that the one on old paper opens no door.
   */
  static String grouped(String ticketCode, int issue) {
    String groups = ticketCode.replaceAll("(.{4})(?=.)", "$1 ");
    return issue == 1 ? groups : groups + "-" + issue;
  }
}
