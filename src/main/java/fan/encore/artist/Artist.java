package fan.encore.artist;

/**
 * A person or group that fans back.
 *
 * @param code the part of the address that names the artist, such as {@code luna-hoshino}
 * @param tagline one line that says what the artist is about
 * @param biography plain text; an empty line parts paragraphs
 * @param pictureKey key of the portrait in the storage
 * @param ownerAccountId the account that runs the artist's studio, or null
 */
public record Artist(
    long id,
    String code,
    String name,
    String tagline,
    String biography,
    String pictureKey,
    Long ownerAccountId) {}
