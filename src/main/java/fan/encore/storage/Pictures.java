package fan.encore.storage;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells by the bytes, not by a file's name, what kind of picture they are. */
public final class Pictures {

  /** Larger ones are not shown. */
  public static final int MAX_MEGABYTES = 5;

  private Pictures() {}

  /**
   * The content type of a picture that somebody brings to be shown to fans.
   *
   * @param drawn whether a drawing (SVG) is welcome, which can carry more than a picture
   * @throws PictureRefused if it is larger than {@link #MAX_MEGABYTES} or no picture
   */
  public static String shown(byte[] bytes, boolean drawn) {
    if (bytes.length > MAX_MEGABYTES * 1024 * 1024) {
      throw new PictureRefused("storage.picture_too_large", MAX_MEGABYTES);
    }
    return contentType(bytes)
        .filter(type -> drawn || !type.equals("image/svg+xml"))
        .orElseThrow(() -> new PictureRefused("storage.picture_type"));
  }

  /** PNG, JPEG, WebP or SVG; empty for anything else. */
  public static Optional<String> contentType(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of("image/png");
    }
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return Optional.of("image/webp");
    }
    if (head.stripLeading().startsWith("<svg")
        || head.startsWith("<?xml") && head.contains("<svg")) {
      return Optional.of("image/svg+xml");
    }
    return Optional.empty();
  }
}
