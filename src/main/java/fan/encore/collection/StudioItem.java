package fan.encore.collection;

/**
 * An item as its artist sees it.
 *
 * @param fileKey what owners may download, or null
 * @param duplicateMedals medals for each further copy; 0 = all copies are kept
 * @param owners how many fans have it
 * @param copies how many copies they have
 */
public record StudioItem(
    Item item,
    ItemKind kind,
    String description,
    String fileKey,
    long duplicateMedals,
    boolean giftable,
    long owners,
    long copies) {}
