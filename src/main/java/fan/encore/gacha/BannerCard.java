package fan.encore.gacha;

import java.time.Instant;

/**
 * A banner in a list of banners.
 *
 * @param pictureKey key of its picture in the storage
 * @param priceOne diamonds for one draw
 * @param priceTen diamonds for ten draws
 */
public record BannerCard(
    String code,
    String title,
    String artistCode,
    String artistName,
    String pictureKey,
    Instant opensAt,
    Instant closesAt,
    long priceOne,
    long priceTen,
    Phase phase) {}
