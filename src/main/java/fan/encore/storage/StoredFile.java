package fan.encore.storage;

/**
 * A file and its bytes.
 *
 * @param key path-like, such as {@code ticket/ORD-7K3M9QX2AB.pdf}
 * @param contentType media type such as {@code image/svg+xml}
 * @param bytes the content; not copied, so do not change it
 * @param sha256 lower-case hexadecimal hash of the content, also its ETag
 */
public record StoredFile(String key, String contentType, byte[] bytes, String sha256) {}
