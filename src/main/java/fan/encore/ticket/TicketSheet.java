package fan.encore.ticket;

import fan.encore.seat.HeldSeat;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * Everything that one printed ticket shows.
 *
 * @param eventSlug chooses the drawn picture where the event has none that can be printed
 * @param artist who plays, or null
 * @param doorsAt in the event's zone, or null
 * @param startsAt in the event's zone
 * @param number which of the order's tickets this is, from 1
 * @param of how many tickets the order has
 * @param seat where its holder sits, or null
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
    String orderCode,
    String ticketCode,
    int number,
    int of,
    String qr) {

  /** What was bought: the type, and the seat where there is one. */
  String bought(Locale locale) {
    return seat == null ? type : type + " · " + seat.words(locale);
  }

  /** The ticket code in groups, as people read it aloud: {@code T7K3 M9QX 2ABC D}. */
  static String grouped(String ticketCode) {
    return ticketCode.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
