package fan.encore.wallet;

import java.time.Instant;

/**
 * A lot of a fan's that has something left.
 *
 * @param purse {@code paid} or {@code free}
 * @param source what it is from, such as {@code shop.diamonds}
 * @param priceMinor what was paid for the whole lot, or null
 * @param expiresAt null means never
 */
public record LotRow(
    long id,
    String purse,
    String source,
    String channel,
    Long priceMinor,
    String currency,
    long issued,
    long remaining,
    Instant issuedAt,
    Instant expiresAt) {}
