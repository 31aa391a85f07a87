package fan.encore.fairness;

import java.time.Instant;

/**
 * Leaves that wait for their place for too long.
 *
 * @param leaves how many
 * @param oldest when the first of them was written, or null
 */
public record Backlog(long leaves, Instant oldest) {}
