package fan.encore.storage;

import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Keeps files for other features, in the caller's transaction. */
@Stateless
@PermitAll
public class Storage {

  private static final Map<String, String> SUFFIXES =
      Map.of(
          "image/svg+xml", ".svg",
          "image/png", ".png",
          "image/jpeg", ".jpg",
          "image/webp", ".webp",
          "image/gif", ".gif",
          "image/avif", ".avif",
          "application/pdf", ".pdf");

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** For the container. */
  public Storage() {}

  /** Outside the server. */
  public Storage(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Stores a file, in place of an earlier one with this key.
   *
   * @param key path-like: letters, digits, {@code . _ -} and {@code /}, starting with a lower-case
   *     letter or digit, at most 200 characters
   * @param bytes 1 byte to 20 MB; the database refuses others
   */
  public void put(String key, String contentType, byte[] bytes) {
    sql.update(
        "insert into encore.stored_file (file_key, content_type, sha256, stored_at, content)"
            + " values (?, ?, ?, ?, ?) on conflict (file_key) do update set"
            + " content_type = excluded.content_type, sha256 = excluded.sha256,"
            + " stored_at = excluded.stored_at, content = excluded.content",
        key,
        contentType,
        Codes.sha256(bytes),
        clock.instant(),
        bytes);
  }

  /**
   * Stores a file that anybody may see, under a key made of the folder and the content's hash:
   * equal bytes are stored once.
   *
   * @param folder what it belongs to, such as {@code event}
   * @return the key, beginning with {@code public/}; its address is {@code /media/} + key
   */
  public String putPublic(String folder, String contentType, byte[] bytes) {
    String key =
        "public/"
            + folder
            + "/"
            + Codes.sha256(bytes).substring(0, 32)
            + SUFFIXES.getOrDefault(contentType, "");
    sql.update(
        "insert into encore.stored_file (file_key, content_type, sha256, stored_at, content)"
            + " values (?, ?, ?, ?, ?) on conflict (file_key) do nothing",
        key,
        contentType,
        Codes.sha256(bytes),
        clock.instant(),
        bytes);
    return key;
  }

  /** The file with its bytes, or empty when there is none. */
  public Optional<StoredFile> get(String key) {
    return sql.first(
        "select file_key, content_type, content, sha256 from encore.stored_file where file_key = ?",
        row ->
            new StoredFile(row.getString(1), row.getString(2), row.getBytes(3), row.getString(4)),
        key);
  }

  /** The hash of the file's bytes without reading them, or empty when there is none. */
  public Optional<String> sha256(String key) {
    return sql.first(
        "select sha256 from encore.stored_file where file_key = ?", row -> row.getString(1), key);
  }

  /** Forgets the file; nothing happens when there is none. */
  public void remove(String key) {
    sql.update("delete from encore.stored_file where file_key = ?", key);
  }
}
