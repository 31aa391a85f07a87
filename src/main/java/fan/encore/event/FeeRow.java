package fan.encore.event;

import java.time.Instant;

/**
 * A service fee that counts for many events.
 *
 * @param currency ISO 4217, or null for everywhere
 */
public record FeeRow(String currency, FeeRule rule, Instant validFrom) {}
