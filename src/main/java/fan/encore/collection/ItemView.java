package fan.encore.collection;

import java.time.Instant;

/**
 * An item as its owner sees it.
 *
 * @param description plain text
 * @param copies how many she has; 0 if none any more
 * @param free copies that are neither delivered nor promised to somebody
 * @param giftable whether fans may give it to each other
 * @param hasFile whether it can be downloaded
 * @param shown whether it is in her showcase
 */
public record ItemView(
    Item item,
    ItemKind kind,
    String description,
    String artistCode,
    String artistName,
    int copies,
    int free,
    Instant firstGotAt,
    boolean giftable,
    boolean hasFile,
    boolean shown) {}
