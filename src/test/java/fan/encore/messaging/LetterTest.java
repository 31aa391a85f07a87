package fan.encore.messaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fan.encore.storage.StoredFile;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LetterTest {

  private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
  private static final MailText WORDS = new MailText("件名", "text", "<p>html</p>");

  private final Session session = session();

  @Test
  void theMessageIdIsTheSameOverAllAttempts() throws Exception {
    OutboxRow row = Rows.mail("x", Map.of());
    assertEquals("<outbox-7@encore>", sent(row, List.of()).getMessageID());
    assertEquals("<outbox-7@encore>", sent(row, List.of()).getMessageID());
  }

  @Test
  void sentAgainAfterDeliveryItIsAnotherMail() throws Exception {
    OutboxRow again = Rows.row("x", "fan@encore.example", Map.of(), 2);
    assertEquals("<outbox-7-2@encore>", sent(again, List.of()).getMessageID());
  }

  @Test
  void wordsComePlainAndAsHtml() throws Exception {
    MimeMessage mail = sent(Rows.mail("x", Map.of()), List.of());
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertEquals("件名", mail.getSubject());
    assertEquals("hello@encore.example", mail.getFrom()[0].toString());
    assertEquals(2, parts.getCount());
    assertEquals("text", parts.getBodyPart(0).getContent());
    assertEquals("<p>html</p>", parts.getBodyPart(1).getContent());
  }

  @Test
  void attachmentsKeepTheirBytesAndNames() throws Exception {
    byte[] pdf = {37, 80, 68, 70, 0, (byte) 200};
    StoredFile file = new StoredFile("ticket/ORD-1.pdf", "application/pdf", pdf, "");
    MimeMultipart parts =
        (MimeMultipart) sent(Rows.mail("x", Map.of()), List.of(file)).getContent();
    BodyPart attachment = parts.getBodyPart(1);
    assertEquals("ORD-1.pdf", attachment.getFileName());
    assertArrayEquals(pdf, attachment.getInputStream().readAllBytes());
  }

  @Test
  void whatIsNoAddressIsNoRecipient() {
    for (String wrong :
        List.of("", "not-an-address", "a@b.example, c@d.example", "a@b\nBcc: c@d")) {
      assertThrows(
          AddressException.class,
          () -> new Letter(session, Rows.row("x", wrong, Map.of(), 0), WORDS, List.of(), NOW),
          wrong);
    }
  }

  private MimeMessage sent(OutboxRow row, List<StoredFile> files) throws Exception {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    new Letter(session, row, WORDS, files, NOW).writeTo(wire);
    return new MimeMessage(session, new ByteArrayInputStream(wire.toByteArray()));
  }

  private static Session session() {
    Properties properties = new Properties();
    properties.setProperty("mail.from", "hello@encore.example");
    return Session.getInstance(properties);
  }
}
