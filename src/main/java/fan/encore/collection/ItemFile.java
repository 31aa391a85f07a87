package fan.encore.collection;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Decides which files fans may be given; they arrive as downloads and are never shown by us. */
final class ItemFile {

  static final int MAX_BYTES = 5 * 1024 * 1024;

  private static final Map<String, String> TYPES =
      Map.of(
          "pdf", "application/pdf",
          "png", "image/png",
          "jpg", "image/jpeg",
          "webp", "image/webp",
          "mp3", "audio/mpeg",
          "m4a", "audio/mp4",
          "wav", "audio/wav",
          "mp4", "video/mp4",
          "epub", "application/epub+zip",
          "zip", "application/zip");

  private ItemFile() {}

  /** The suffix without its dot, in small letters, of a file that fans may be given. */
  static String suffix(String fileName, byte[] bytes) {
    if (fileName == null || bytes.length == 0 || bytes.length > MAX_BYTES) {
      throw new FileRefused();
    }
    String suffix = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.of(suffix).filter(TYPES::containsKey).orElseThrow(FileRefused::new);
  }

  static String contentType(String suffix) {
    return TYPES.get(suffix);
  }
}
