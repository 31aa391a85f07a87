package fan.encore.transfer;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A transfer as one of its two fans sees it.
 *
 * @param ticket code of the ticket
 * @param zone the event's
 * @param type name of the ticket type
 * @param mine whether the reader is the sender
 * @param other the address it was sent to, or what the sender calls herself
 * @param endedAt null while it is pending
 */
public record TransferRow(
    String code,
    String ticket,
    String eventSlug,
    String eventTitle,
    Instant startsAt,
    ZoneId zone,
    String venue,
    String type,
    boolean mine,
    String other,
    TransferStatus status,
    Instant offeredAt,
    Instant expiresAt,
    Instant endedAt) {

  /** Whether it still waits for an answer. */
  public boolean open(Instant now) {
    return status == TransferStatus.PENDING && now.isBefore(expiresAt);
  }
}
