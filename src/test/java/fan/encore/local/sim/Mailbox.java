package fan.encore.local.sim;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.StreamProvider;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Takes mail over SMTP (GreenMail, any or no login) and keeps it: each message is a file on disk
 * before SMTP answers 250. A Message-ID that comes to the same recipient again is counted, not kept
 * twice: RFC 5322 section 3.6.4 makes it the name of one message.
 */
final class Mailbox implements AutoCloseable {

  private static final int PURGE_EVERY = 50;

  /** One for all: each reads the lists of providers from all libraries. */
  private static final Session READING = Session.getInstance(new Properties());

  private final Path directory;
  private final Clock clock;
  private final List<Mail> mails = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Journal journal;
  private final GreenMail smtp;
  private final GreenMailUser everybody;

  Mailbox(Path directory, int smtpPort, Clock clock) {
    this.directory = directory.resolve("mail");
    this.clock = clock;
    journal = new Journal(this.directory.resolve("arrivals.jsonl"), this::replay);
    rememberStreams();
    smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    smtp.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
    smtp.start();
    everybody = smtp.setUser("everybody@encore.invalid", "everybody");
    smtp.getUserManager().setMessageDeliveryHandler(this::arrived);
  }

  /** Looked for through all libraries for every part of every mail unless it has a name. */
  private static void rememberStreams() {
    System.setProperty(
        StreamProvider.class.getName(), StreamProvider.provider().getClass().getName());
  }

  int port() {
    return smtp.getSmtp().getPort();
  }

  /** Mails newest first. */
  synchronized List<Mail> mails() {
    return Pages.reversed(mails);
  }

  synchronized Mail mail(String id) {
    if (id.matches("\\d{1,9}")
        && Integer.parseInt(id) >= 1
        && Integer.parseInt(id) <= mails.size()) {
      return mails.get(Integer.parseInt(id) - 1);
    }
    throw new Refused(404, "not_found", "There is no mail " + id + ".");
  }

  MailParts.File attachment(Mail mail, String index) {
    List<MailParts.File> files = parts(mail.id()).files;
    if (index.matches("\\d{1,3}") && Integer.parseInt(index) < files.size()) {
      return files.get(Integer.parseInt(index));
    }
    throw new Refused(404, "not_found", "This mail has no attachment " + index + ".");
  }

  byte[] source(Mail mail) {
    try {
      return Files.readAllBytes(file(mail.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized GreenMailUser arrived(MovingMessage moving, MailAddress recipient) {
    String to = recipient.getEmail().toLowerCase(Locale.ROOT);
    Instant now = clock.instant();
    try {
      String messageId = moving.getMessage().getMessageID();
      Integer place = places.get(name(messageId, to));
      if (place != null) {
        journal.append(JsonText.object().add("again", place + 1).build());
        mails.set(place, mails.get(place).copied());
      } else {
        store(moving.getMessage(), mails.size() + 1L);
        var line = JsonText.object().add("to", to).add("at", now.toString());
        journal.append(line.build());
        add(to, now);
      }
      if (mails.size() % PURGE_EVERY == 0) {
        smtp.purgeEmailFromAllMailboxes();
      }
      return everybody;
    } catch (MessagingException | IOException | FolderException e) {
      throw new IllegalStateException("A mail to " + to + " could not be kept", e);
    }
  }

  private void replay(JsonObject line) {
    if (line.containsKey("again")) {
      int place = line.getInt("again") - 1;
      mails.set(place, mails.get(place).copied());
    } else {
      add(line.getString("to"), Instant.parse(line.getString("at")));
    }
  }

  private void add(String to, Instant at) {
    long id = mails.size() + 1L;
    try {
      MimeMessage message = read(id);
      MailParts parts = MailParts.of(message);
      String messageId = message.getMessageID();
      String from = MimeUtility.decodeText(message.getHeader("From", ", "));
      List<Mail.Attachment> attachments =
          parts.files.stream()
              .map(f -> new Mail.Attachment(f.name(), f.contentType(), f.content().length))
              .toList();
      String subject = message.getSubject() == null ? "" : message.getSubject();
      places.put(name(messageId, to), mails.size());
      mails.add(
          new Mail(id, messageId, from, to, subject, parts.text, parts.html, at, 1, attachments));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("Mail " + id + " cannot be read", e);
    }
  }

  /** Without a Message-ID every arrival is a message of its own. */
  private String name(String messageId, String to) {
    return to + " " + (messageId == null ? "arrival " + mails.size() : messageId);
  }

  private MailParts parts(long id) {
    try {
      return MailParts.of(read(id));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("Mail " + id + " cannot be read", e);
    }
  }

  private MimeMessage read(long id) throws MessagingException, IOException {
    try (InputStream in = Files.newInputStream(file(id))) {
      return new MimeMessage(READING, in);
    }
  }

  private void store(MimeMessage message, long id) throws MessagingException, IOException {
    try (FileOutputStream out = new FileOutputStream(file(id).toFile())) {
      message.writeTo(out);
      out.getFD().sync();
    }
  }

  private Path file(long id) {
    return directory.resolve(String.format(Locale.ROOT, "%06d.eml", id));
  }

  @Override
  public void close() {
    smtp.stop();
    journal.close();
  }
}
