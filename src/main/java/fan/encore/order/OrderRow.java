package fan.encore.order;

import fan.encore.shared.Money;
import java.time.Instant;

/**
 * An order in a list.
 *
 * @param zone IANA name of the venue's zone
 * @param pictureKey the event's picture, or null
 * @param payment code of the payment that paid it, or null
 * @param paidAt null while it is not paid
 */
public record OrderRow(
    String code,
    long accountId,
    OrderStatus status,
    String eventSlug,
    String eventTitle,
    String city,
    String zone,
    Instant startsAt,
    String pictureKey,
    String holderName,
    int quantity,
    Money total,
    String provider,
    String payment,
    Instant placedAt,
    Instant paidAt) {}
