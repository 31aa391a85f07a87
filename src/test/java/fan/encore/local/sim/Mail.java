package fan.encore.local.sim;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail in one recipient's mailbox.
 *
 * @param id number of arrival, from 1
 * @param messageId the header, null if the sender gave none
 * @param to the envelope's recipient, lower case
 * @param text the plain alternative, null if there is none
 * @param html the HTML alternative, null if there is none
 * @param copies 1, or more when the same Message-ID came to this recipient again
 */
public record Mail(
    long id,
    String messageId,
    String from,
    String to,
    String subject,
    String text,
    String html,
    Instant receivedAt,
    int copies,
    List<Attachment> attachments) {

  /** A file in a mail. */
  public record Attachment(String name, String contentType, int bytes) {}

  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>)\\]]+");

  Mail copied() {
    return new Mail(
        id, messageId, from, to, subject, text, html, receivedAt, copies + 1, attachments);
  }

  /** Every web address in the mail, as a person could follow it, each once. */
  public List<String> links() {
    return Stream.of(text, html == null ? null : html.replace("&amp;", "&"))
        .filter(Objects::nonNull)
        .flatMap(part -> LINK.matcher(part).results())
        .map(found -> found.group().replaceFirst("[.,;:!?]+$", ""))
        .distinct()
        .toList();
  }

  boolean contains(String words) {
    String all = String.join("\n", from, to, subject, Objects.requireNonNullElse(text, ""));
    return all.toLowerCase().contains(words.toLowerCase());
  }

  JsonObjectBuilder document() {
    JsonArrayBuilder files = JsonText.array();
    for (int i = 0; i < attachments.size(); i++) {
      Attachment file = attachments.get(i);
      files.add(
          JsonText.object()
              .add("name", file.name)
              .add("contentType", file.contentType)
              .add("bytes", file.bytes)
              .add("url", "/mail/" + id + "/attachments/" + i));
    }
    JsonArrayBuilder links = JsonText.array();
    links().forEach(links::add);
    JsonObjectBuilder json = JsonText.object().add("id", id);
    JsonText.put(json, "messageId", messageId);
    json.add("from", from).add("to", to).add("subject", subject);
    JsonText.put(json, "text", text);
    JsonText.put(json, "html", html);
    json.add("receivedAt", receivedAt.toString()).add("copies", copies);
    return json.add("links", links).add("attachments", files);
  }
}
