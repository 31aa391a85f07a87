package fan.encore.local.sim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the HTML files beside this package: {@code {{name}}} is escaped, {@code {{{name}}}} is
 * markup that the caller made. A name without a value is a mistake.
 */
final class Template {

  private static final Pattern SLOT = Pattern.compile("\\{\\{(\\{?)([\\w.]+)}?}}");
  private static final Map<String, String> FILES = new ConcurrentHashMap<>();

  private Template() {}

  static String fill(String file, Map<String, String> values) {
    Matcher slots = SLOT.matcher(FILES.computeIfAbsent(file, Template::text));
    return slots.replaceAll(
        slot -> {
          String value = values.get(slot.group(2));
          if (value == null) {
            throw new IllegalArgumentException(file + " needs a value for " + slot.group(2));
          }
          return Matcher.quoteReplacement(slot.group(1).isEmpty() ? escape(value) : value);
        });
  }

  /** For text between tags and in quoted attributes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static byte[] resource(String file) {
    try (InputStream in = Template.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new Refused(404, "not_found", "There is no " + file + ".");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String file) {
    return new String(resource(file), StandardCharsets.UTF_8);
  }
}
