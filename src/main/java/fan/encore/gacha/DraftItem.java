package fan.encore.gacha;

import fan.encore.collection.ItemKind;
import fan.encore.collection.NewItem;
import fan.encore.collection.Rarity;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * An item of a draft: what it is, and its part in the rules.
 *
 * @param code lower-case words joined by hyphens; one that the artist has already is used again
 * @param rarity also the tier that it belongs to
 * @param pictureKey key of its picture in the storage, or null for that of the banner
 * @param duplicateMedals medals for each further copy, 0 when all copies are kept
 * @param weight as are the following: see {@link Design.Entry}
 */
public record DraftItem(
    String code,
    String name,
    Rarity rarity,
    String pictureKey,
    @Min(0) @Max(1_000_000) long duplicateMedals,
    long weight,
    boolean featured,
    long copies,
    boolean key,
    long stock,
    String substitute) {

  Design.Entry entry() {
    return new Design.Entry(
        code == null ? "" : code,
        rarity == null ? "" : rarity.name(),
        weight,
        featured,
        copies,
        key,
        stock,
        substitute == null || substitute.isBlank() ? null : substitute);
  }

  NewItem item(String bannerPicture) {
    return new NewItem(
        code,
        name,
        rarity,
        pictureKey == null ? bannerPicture : pictureKey,
        ItemKind.DIGITAL,
        "",
        null,
        duplicateMedals,
        false);
  }
}
