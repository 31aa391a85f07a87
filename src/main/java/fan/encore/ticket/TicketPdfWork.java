package fan.encore.ticket;

import fan.encore.messaging.OutboxRow;
import fan.encore.messaging.OutboxWork;
import fan.encore.messaging.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The work behind {@link Queues#TICKET_PDF}: draws the document, and keeps it together with the
 * messages that need it. It may be repeated: the messages carry the order as their key.
 */
@ApplicationScoped
public class TicketPdfWork implements OutboxWork {

  @Inject private TicketDocuments documents;
  @Inject private TicketMail mail;

  @Override
  public String queue() {
    return Queues.TICKET_PDF;
  }

  /** Nothing is left to do for an order that was refunded meanwhile. */
  @Override
  public void perform(OutboxRow row) {
    String order = row.values().get(TicketIssue.ORDER);
    byte[] document;
    try {
      document = documents.drawn(order);
    } catch (TicketNotFound refunded) {
      return;
    }
    mail.deliver(order, document);
  }
}
