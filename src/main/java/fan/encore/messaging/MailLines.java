package fan.encore.messaging;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.util.StreamProvider;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Connections to the mail server. Each is used by one worker at a time and carries letter after
 * letter while there are any: to connect, and to agree on TLS, takes longer than a letter.
 */
@ApplicationScoped
public class MailLines {

  private static final Logger LOG = Logger.getLogger(MailLines.class.getName());

  @Resource(lookup = "mail/encore")
  private Session session;

  private final Deque<Transport> idle = new ConcurrentLinkedDeque<>();

  /** For the container. */
  public MailLines() {}

  /** Outside the server. */
  MailLines(Session session) {
    this.session = session;
    hurry();
  }

  @PostConstruct
  void hurry() {
    session.getProperties().put("mail.smtp.socketFactory", new PromptSockets());
    session.getProperties().put("mail.smtp.socketFactory.fallback", "false");
    rememberStreams();
  }

  /**
   * Without its name among the system's properties, every part of every letter looks through all
   * libraries for the one that encodes it.
   */
  private static void rememberStreams() {
    String name = StreamProvider.class.getName();
    if (System.getProperty(name) == null) {
      System.setProperty(name, StreamProvider.provider().getClass().getName());
    }
  }

  /** What letters are written for. */
  Session session() {
    return session;
  }

  /**
   * Hands a letter to the mail server, by a line that lies idle or a new one.
   *
   * @throws MessagingException if the server did not take it; the line is given up then
   */
  void send(Message letter) throws MessagingException {
    Transport line = line(letter);
    try {
      line.sendMessage(letter, letter.getAllRecipients());
    } catch (MessagingException | RuntimeException e) {
      hangUp(line);
      throw e;
    }
    idle.push(line);
  }

  /** Gives up the lines that lie idle. */
  @PreDestroy
  void hangUp() {
    for (Transport line = idle.poll(); line != null; line = idle.poll()) {
      hangUp(line);
    }
  }

  private Transport line(Message letter) throws MessagingException {
    for (Transport line = idle.poll(); line != null; line = idle.poll()) {
      if (line.isConnected()) {
        return line;
      }
      hangUp(line);
    }
    Transport line = session.getTransport(letter.getAllRecipients()[0]);
    line.connect();
    return line;
  }

  private static void hangUp(Transport line) {
    try {
      line.close();
    } catch (MessagingException e) {
      LOG.log(Level.FINE, "The mail server had hung up already", e);
    }
  }
}
