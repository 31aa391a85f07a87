package fan.encore.ticket;

import fan.encore.account.Contact;
import fan.encore.account.Contacts;
import fan.encore.account.PersonalLinks;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.messaging.Queues;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells the buyer that the tickets are there: by mail with the document, and by SMS if wished. */
@Stateless
@PermitAll
public class TicketMail {

  @Inject private Sql sql;
  @Inject private Outbox outbox;
  @Inject private Contacts contacts;
  @Inject private TicketReading reading;

  @Inject private PersonalLinks links;

  /**
   * Puts both messages into the outbox, in one transaction and once per order. Nothing happens when
   * the order has no valid ticket any more.
   */
  public void announce(String orderCode) {
    if (printedBySeller(orderCode)) {
      return;
    }
    reading.order(orderCode, null).ifPresent(bundle -> announce(orderCode, bundle));
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

  private void announce(String orderCode, TicketReading.Bundle bundle) {
    Contact contact = contacts.of(bundle.accountId());
    String link = links.to(contact, bundle.accountId(), "/my/tickets");
    outbox.put(
        new Outgoing(
            Queues.MAIL,
            "ticket.mail.tickets",
            "tickets:" + orderCode,
            contact.email(),
            contact.locale(),
            values(contact, bundle.sheets(), link),
            List.of(TicketDocuments.key(orderCode)),
            bundle.accountId()));
    sql.first(
            "select phone from encore.ticket_order where code = ? and phone is not null",
            row -> row.getString(1),
            orderCode)
        .ifPresent(
            phone ->
                outbox.put(
                    Outgoing.sms(
                        "ticket.sms.confirmed",
                        "tickets:" + orderCode,
                        phone,
                        contact.locale(),
                        values(contact, bundle.sheets(), links.open("/my/tickets")),
                        bundle.accountId())));
  }

  private Map<String, String> values(Contact contact, List<TicketSheet> sheets, String link) {
    TicketSheet first = sheets.get(0);
    Locale locale = contact.locale();
    return Map.of(
        "name", contact.displayName(),
        "event", first.title(),
        "count", String.valueOf(sheets.size()),
        "date", date(first, locale),
        "venue", first.venue(),
        "address", first.address(),
        "order", first.orderCode(),
        "link", link);
  }

  private static String date(TicketSheet sheet, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(locale)
            .format(sheet.startsAt())
        + " "
        + DateTimeFormatter.ofPattern("HH:mm z", locale).format(sheet.startsAt());
  }
}
