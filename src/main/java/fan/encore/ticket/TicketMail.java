package fan.encore.ticket;

import fan.encore.account.Contact;
import fan.encore.account.Contacts;
import fan.encore.account.PersonalLinks;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.order.OrderMails;
import fan.encore.shared.Sql;
import fan.encore.storage.Storage;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/** Tells fans of their tickets. */
@Stateless
@PermitAll
public class TicketMail {

  @Inject private Sql sql;
  @Inject private Outbox outbox;
  @Inject private Contacts contacts;
  @Inject private Storage storage;
  @Inject private OrderMails orders;
  @Inject private PersonalLinks links;

  /**
   * Keeps the document and tells the buyer, in one transaction and once per order. Who sold the
   * tickets to hand them over herself gets no mail.
   *
   * @param document all valid tickets of the order
   */
  public void deliver(String orderCode, byte[] document) {
    String key = TicketDocuments.key(orderCode);
    storage.put(key, TicketDocuments.PDF, document);
    if (!printedBySeller(orderCode)) {
      orders.delivered(orderCode, key);
    }
  }

  /** The organizer wrote another name on a ticket: its owner hears of it, and of the new code. */
  public void renamed(String ticketCode) {
    record Renamed(long owner, String holder, String code, String event) {}
    Renamed ticket =
        sql.first(
                "select t.account_id, t.holder_name, t.code, t.issue, e.title from encore.ticket t"
                    + " join encore.live_event e on e.id = t.event_id where t.code = ?",
                row ->
                    new Renamed(
                        row.getLong(1),
                        row.getString(2),
                        TicketSheet.grouped(row.getString(3), row.getInt(4)),
                        row.getString(5)),
                ticketCode)
            .orElseThrow(TicketNotFound::new);
    Contact contact = contacts.of(ticket.owner());
    outbox.put(
        Outgoing.mail(
            "ticket.mail.renamed",
            "renamed:" + ticket.code(),
            contact.email(),
            contact.locale(),
            Map.of(
                "name", contact.displayName(),
                "event", ticket.event(),
                "holder", ticket.holder(),
                "ticket", ticket.code(),
                "link", links.to(contact, ticket.owner(), "/my/ticket?code=" + ticketCode)),
            ticket.owner()));
  }

  /** Whether the seller hands the tickets over herself. */
  private boolean printedBySeller(String orderCode) {
    return sql.number(
            "select count(*) from encore.ticket_order where code = ?"
                + " and seller_account_id = account_id",
            orderCode)
        > 0;
  }
}
