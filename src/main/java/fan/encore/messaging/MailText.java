package fan.encore.messaging;

import fan.encore.shared.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mail's words: the bundle's text with its placeholders filled, plain and in Encore's one layout.
 *
 * @param subject one line
 * @param text the plain alternative
 * @param html a whole document
 */
record MailText(String subject, String text, String html) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");
  private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S+");
  private static final String LAYOUT = resource("mail.html");
  private static final String BUTTON = resource("mail-button.html");

  /**
   * @param row a claimed mail; {@code link} among its values becomes the button
   * @throws NotDeliverable when the bundle has no such text or a value is missing
   */
  static MailText of(OutboxRow row) throws NotDeliverable {
    String subject = line(row, ".subject").replaceAll("\\s+", " ").strip();
    String body = line(row, ".body").strip();
    String link = row.values().get("link");
    String label = link == null ? null : line(row, ".button");
    String footer = Texts.get(row.locale(), "messaging.mail.footer");
    String text =
        body + (link == null ? "" : "\n\n" + label + "\n" + link) + "\n\n-- \n" + footer + "\n";
    return new MailText(subject, text, html(row.locale(), subject, body, label, link, footer));
  }

  /** The one text of a short message. */
  static String sms(OutboxRow row) throws NotDeliverable {
    return line(row, ".body").strip();
  }

  private static String line(OutboxRow row, String part) throws NotDeliverable {
    String key = row.kind() + part;
    String pattern =
        Texts.find(row.locale(), key)
            .orElseThrow(() -> new NotDeliverable("There is no text " + key));
    return fill(pattern, row.values());
  }

  /** Fills {@code {name}}; a value that is missing would be a mail with a hole. */
  static String fill(String pattern, Map<String, String> values) throws NotDeliverable {
    StringBuilder filled = new StringBuilder();
    Matcher found = PLACEHOLDER.matcher(pattern);
    while (found.find()) {
      String value = values.get(found.group(1));
      if (value == null) {
        throw new NotDeliverable("The text needs a value for " + found.group(1));
      }
      found.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return found.appendTail(filled).toString();
  }

  private static String html(
      Locale locale, String subject, String body, String label, String link, String footer) {
    String button =
        link == null || !WEB_ADDRESS.matcher(link).matches()
            ? ""
            : BUTTON.replace("{{label}}", escape(label)).replace("{{link}}", escape(link));
    return LAYOUT
        .replace("{{language}}", locale.getLanguage())
        .replace("{{footer}}", escape(footer))
        .replace("{{button}}", button)
        .replace("{{subject}}", escape(subject))
        .replace("{{body}}", paragraphs(body));
  }

  private static String paragraphs(String body) {
    return Arrays.stream(body.split("\\R{2,}"))
        .map(paragraph -> "<p>" + escape(paragraph).replaceAll("\\R", "<br>") + "</p>")
        .collect(Collectors.joining("\n"));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("{", "&#123;");
  }

  private static String resource(String name) {
    try (InputStream in = MailText.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
