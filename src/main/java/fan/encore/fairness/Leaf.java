package fan.encore.fairness;

import java.time.Instant;

/**
 * An entry of the log.
 *
 * @param index its place, or null until the sequencer gave it one
 * @param kind what it tells, such as {@code draw}
 * @param body canonical JSON
 */
public record Leaf(long id, Long index, String kind, String body, Instant createdAt) {}
