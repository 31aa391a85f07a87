package fan.encore.gacha;

import fan.encore.collection.Item;
import java.time.Instant;

/**
 * A draw in a fan's history.
 *
 * @param quantity how many prizes, 1 or 10
 * @param spent diamonds, free and paid together
 * @param best the rarest of the prizes
 */
public record DrawRow(
    String code,
    String bannerCode,
    String bannerTitle,
    Instant drawnAt,
    int quantity,
    long spent,
    Item best) {}
