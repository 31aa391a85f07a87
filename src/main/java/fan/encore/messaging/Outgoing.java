package fan.encore.messaging;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What shall leave the process.
 *
 * @param queue one of {@link Queues}
 * @param kind for mail and SMS the beginning of its texts' keys, such as {@code order.mail.paid}:
 *     {@code .subject} (mail), {@code .body}, {@code .button} (mail with a link); for other work
 *     its name
 * @param dedupKey says when two messages are the same one; the second is not written
 * @param recipient mail address, or phone number in E.164 ({@code +819012345678}); empty for work
 *     without a recipient
 * @param locale language of the texts
 * @param values for the texts' placeholders; {@code link} becomes the mail's button
 * @param attachmentKeys keys in {@link fan.encore.storage.Storage}, read when the mail is sent
 * @param aboutAccountId whom the message concerns, or 0
 */
public record Outgoing(
    String queue,
    String kind,
    String dedupKey,
    String recipient,
    Locale locale,
    Map<String, String> values,
    List<String> attachmentKeys,
    long aboutAccountId) {

  public Outgoing {
    Objects.requireNonNull(queue, "queue");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(dedupKey, "dedupKey");
    recipient = recipient == null ? "" : recipient;
    locale = locale == null ? Locale.ENGLISH : locale;
    values = values == null ? Map.of() : Map.copyOf(values);
    attachmentKeys = attachmentKeys == null ? List.of() : List.copyOf(attachmentKeys);
  }

  /** A mail without attachments. */
  public static Outgoing mail(
      String kind,
      String dedupKey,
      String recipient,
      Locale locale,
      Map<String, String> values,
      long aboutAccountId) {
    return new Outgoing(
        Queues.MAIL, kind, dedupKey, recipient, locale, values, List.of(), aboutAccountId);
  }

  /** The same with files in {@link fan.encore.storage.Storage}. */
  public Outgoing attaching(String... keys) {
    return new Outgoing(
        queue, kind, dedupKey, recipient, locale, values, List.of(keys), aboutAccountId);
  }

  /** A short message to a phone. */
  public static Outgoing sms(
      String kind,
      String dedupKey,
      String recipient,
      Locale locale,
      Map<String, String> values,
      long aboutAccountId) {
    return new Outgoing(
        Queues.SMS, kind, dedupKey, recipient, locale, values, List.of(), aboutAccountId);
  }
}
