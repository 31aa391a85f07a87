package fan.encore.order;

import fan.encore.shared.Money;
import java.time.Instant;

/**
 * An order with everything its owner may know.
 *
 * @param zone IANA name of the venue's zone
 * @param pictureKey the event's picture, or null
 * @param phone E.164, or null
 * @param payment code of the payment that paid it, or null
 * @param heldUntil end of the hold, past or not
 * @param paidAt null while it is not paid
 * @param refundedAt null while not all tickets went back
 * @param refunded the money that went back or is on its way
 */
public record OrderView(
    String code,
    long accountId,
    OrderStatus status,
    String eventSlug,
    String eventTitle,
    String venueName,
    String city,
    String zone,
    Instant startsAt,
    String pictureKey,
    Quote quote,
    String holderName,
    String phone,
    String provider,
    String payment,
    String reservationCode,
    Instant heldUntil,
    Instant placedAt,
    Instant paidAt,
    Instant refundedAt,
    Money refunded) {

  /** True while she can pay: the order is open and the tickets are held for her. */
  public boolean payable(Instant now) {
    return status == OrderStatus.OPEN && now.isBefore(heldUntil);
  }
}
