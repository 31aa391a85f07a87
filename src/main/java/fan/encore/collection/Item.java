package fan.encore.collection;

/**
 * A thing that fans can own.
 *
 * @param code never changes; published odds name the item by it
 * @param rarity never changes
 * @param pictureKey key of its picture in the storage
 */
public record Item(long id, String code, String name, Rarity rarity, String pictureKey) {}
