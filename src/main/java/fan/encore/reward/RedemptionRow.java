package fan.encore.reward;

import java.time.Instant;

/**
 * A redemption in a list.
 *
 * @param medals what was paid for all pieces
 */
public record RedemptionRow(
    String code,
    String rewardCode,
    String reward,
    String artist,
    long accountId,
    int quantity,
    long medals,
    Instant redeemedAt) {}
