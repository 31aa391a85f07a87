package fan.encore.waitlist;

import java.time.Instant;

/**
 * A place in a waiting list as the organizer sees it.
 *
 * @param type name of the ticket type
 * @param fan what the fan calls herself
 * @param offerExpiresAt until when tickets are held for her, or null
 */
public record WaitingFan(
    String code,
    String type,
    String fan,
    int quantity,
    boolean priority,
    PlaceStatus status,
    Instant joinedAt,
    Instant offerExpiresAt) {}
