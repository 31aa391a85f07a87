package fan.encore.collection;

import java.time.Instant;

/**
 * An item in a fan's collection.
 *
 * @param artistCode whose item it is
 * @param copies how many the fan owns, 1 or more
 * @param latestGotAt when the latest copy came
 * @param isNew whether the fan has not looked at it yet
 */
public record OwnedItem(
    Item item,
    ItemKind kind,
    String artistCode,
    String artistName,
    int copies,
    Instant firstGotAt,
    Instant latestGotAt,
    boolean isNew) {}
