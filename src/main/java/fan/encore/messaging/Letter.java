package fan.encore.messaging;

import fan.encore.storage.StoredFile;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * A mail as it goes over the wire: plain and HTML alternatives, then attachments. Its Message-ID
 * (RFC 5322, 3.6.4) is the row's number, the same over all attempts, so that a receiver can tell a
 * repetition; only when an administrator sends a delivered mail again it is a new one.
 */
final class Letter extends MimeMessage {

  private static final String UTF_8 = "UTF-8";

  private final String messageId;

  Letter(Session session, OutboxRow row, MailText words, List<StoredFile> attachments, Instant now)
      throws MessagingException {
    super(session);
    messageId = messageId(row);
    setFrom();
    setRecipient(Message.RecipientType.TO, new InternetAddress(row.recipient(), true));
    setSubject(words.subject(), UTF_8);
    setSentDate(Date.from(now));
    setHeader("Content-Language", row.locale().getLanguage());
    setHeader("Auto-Submitted", "auto-generated");
    if (attachments.isEmpty()) {
      setContent(alternatives(words));
    } else {
      setContent(withAttachments(alternatives(words), attachments));
    }
    saveChanges();
  }

  static String messageId(OutboxRow row) {
    return "<outbox-" + row.id() + (row.round() == 0 ? "" : "-" + row.round()) + "@encore>";
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private static MimeMultipart alternatives(MailText words) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(words.text(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(words.html(), UTF_8, "html");
    return new MimeMultipart("alternative", text, html);
  }

  private static MimeMultipart withAttachments(MimeMultipart words, List<StoredFile> files)
      throws MessagingException {
    MimeBodyPart body = new MimeBodyPart();
    body.setContent(words);
    MimeMultipart all = new MimeMultipart("mixed", body);
    for (StoredFile file : files) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(
          new DataHandler(new ByteArrayDataSource(file.bytes(), file.contentType())));
      part.setFileName(file.key().substring(file.key().lastIndexOf('/') + 1));
      part.setDisposition(ATTACHMENT);
      all.addBodyPart(part);
    }
    return all;
  }
}
