package fan.encore.messaging;

import fan.encore.storage.Storage;
import fan.encore.storage.StoredFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Sends the rows of {@link Queues#MAIL} by SMTP. */
@ApplicationScoped
public class MailWork implements OutboxWork {

  @Inject private MailLines lines;
  @Inject private Storage storage;
  @Inject private Clock clock;

  @Override
  public String queue() {
    return Queues.MAIL;
  }

  /**
   * A refused address (RFC 5321: 5yz after RCPT) is hopeless; anything else, a full mailbox
   * included, may be better later.
   */
  @Override
  public void perform(OutboxRow row) throws NotDeliverable, MessagingException {
    try {
      lines.send(
          new Letter(lines.session(), row, MailText.of(row), attachments(row), clock.instant()));
    } catch (AddressException e) {
      throw new NotDeliverable("The address is not one");
    } catch (SendFailedException e) {
      if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
        throw new NotDeliverable("The mail server refuses the address: " + lastWords(e));
      }
      throw e;
    }
  }

  @Override
  public void rest() {
    lines.hangUp();
  }

  private List<StoredFile> attachments(OutboxRow row) {
    List<StoredFile> files = new ArrayList<>();
    for (String key : row.attachmentKeys()) {
      files.add(
          storage.get(key).orElseThrow(() -> new IllegalStateException("There is no file " + key)));
    }
    return files;
  }

  private static String lastWords(MessagingException e) {
    Exception last = e;
    while (last instanceof MessagingException next && next.getNextException() != null) {
      last = next.getNextException();
    }
    return last.getMessage();
  }
}
