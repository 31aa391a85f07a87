package fan.encore.transfer;

import java.time.Instant;

/**
 * A transfer as the organizer of the event sees it: no addresses.
 *
 * @param ticket code of the ticket
 * @param type name of the ticket type
 * @param endedAt null while it is pending
 */
public record EventTransfer(
    String code,
    String ticket,
    String type,
    TransferStatus status,
    Instant offeredAt,
    Instant expiresAt,
    Instant endedAt) {}
