package fan.encore.messaging;

import java.time.Instant;

/**
 * A message as administrators see it in a list.
 *
 * @param recipient masked
 * @param aboutAccountId whom it concerns, or 0
 * @param attempts how often it was tried
 * @param dueAt when it is tried next while PENDING
 * @param finishedAt when it was SENT or given up, else null
 * @param problem the last one, without addresses; null when there was none
 */
public record MessageRow(
    long id,
    String queue,
    String kind,
    String recipient,
    long aboutAccountId,
    MessageState state,
    int attempts,
    Instant createdAt,
    Instant dueAt,
    Instant finishedAt,
    String problem) {}
