package fan.encore.ticket;

import java.time.ZonedDateTime;

/**
 * Everything that one printed ticket shows.
 *
 * @param eventSlug chooses the drawn picture where the event has none that can be printed
 * @param artist who plays, or null
 * @param doorsAt in the event's zone, or null
 * @param startsAt in the event's zone
 * @param number which of the order's tickets this is, from 1
 * @param of how many tickets the order has
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
    String orderCode,
    String ticketCode,
    int number,
    int of,
    String qr) {

  /** The ticket code in groups, as people read it aloud: {@code T7K3 M9QX 2ABC D}. */
  static String grouped(String ticketCode) {
    return ticketCode.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
