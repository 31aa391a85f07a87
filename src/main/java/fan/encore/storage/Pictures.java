package fan.encore.storage;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells by the bytes, not by a file's name, what kind of picture they are. */
public final class Pictures {

  private Pictures() {}

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
