package fan.encore.ticket;

import fan.encore.seat.HeldSeat;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A ticket as its owner sees it.
 *
 * @param code public code
 * @param issue which of the ticket's codes is the living one, from 1
 * @param status where it stands
 * @param doorsAt when the doors open, or null
 * @param zone the event's
 * @param pictureKey key of the event's picture in the storage, or null
 * @param checkedInAt when its holder was let in, or null
 * @param seat where its holder sits, or null
 * @param qr content of the QR code
 * @param documentReady whether the printed form can be had without waiting
 */
public record TicketRow(
    String code,
    int issue,
    TicketStatus status,
    String orderCode,
    String eventSlug,
    String eventTitle,
    Instant doorsAt,
    Instant startsAt,
    Instant endsAt,
    ZoneId zone,
    String venue,
    String city,
    String pictureKey,
    String type,
    HeldSeat seat,
    String holder,
    Instant issuedAt,
    Instant checkedInAt,
    String qr,
    boolean documentReady) {

  /** The code in groups of four, and its issue from the second on: what the door may type. */
  public String groupedCode() {
    return TicketSheet.grouped(code, issue);
  }
}
