package fan.encore.messaging;

import java.time.Instant;

/**
 * Something that happened to a message.
 *
 * @param number of the attempt, from 1
 * @param outcome STARTED, SENT, FAILED, DEAD, ABANDONED (its worker vanished) or RESENT (by an
 *     administrator)
 * @param problem without addresses; may be null
 */
public record AttemptRow(int number, String outcome, Instant recordedAt, String problem) {}
