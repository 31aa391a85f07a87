package fan.encore.ticket;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.order.OrderDesk;
import fan.encore.order.SoldSeat;
import fan.encore.shared.Sql;
import fan.encore.shared.Texts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** The tickets of an order, for the organizer of its event and administrators. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class OrderTickets {

  @Inject private Sql sql;
  @Inject private OrderDesk desk;
  @Inject private TicketDocuments documents;
  @Inject private TicketMail mail;
  @Inject private Clock clock;

  /**
   * @throws fan.encore.order.OrderNotFound if there is no such order
   * @throws fan.encore.event.EventNotFound if the event is somebody else's
   */
  public List<OrderTicket> of(long accountId, String orderCode) {
    desk.byCode(accountId, orderCode);
    return sql.list(
        "select t.code, y.code as type_code, t.number, y.name, t.holder_name, t.status,"
            + " t.checked_in_at from encore.ticket t"
            + " join encore.ticket_order o on o.id = t.order_id"
            + " join encore.ticket_type y on y.id = t.ticket_type_id"
            + " where o.code = ? order by y.place, y.id, t.number",
        row ->
            new OrderTicket(
                row.getString("code"),
                new SoldSeat(row.getString("type_code"), row.getInt("number")),
                row.getString("name"),
                row.getString("holder_name"),
                TicketReading.status(row),
                Sql.instant(row, "checked_in_at")),
        orderCode);
  }

  /**
   * The places in the order of tickets with these codes.
   *
   * @throws TicketNotFound if one of them is not of this order
   */
  public List<SoldSeat> seats(long accountId, String orderCode, List<String> codes) {
    List<OrderTicket> tickets = of(accountId, orderCode);
    return codes.stream()
        .map(
            code ->
                tickets.stream()
                    .filter(ticket -> ticket.code().equals(code))
                    .findFirst()
                    .orElseThrow(TicketNotFound::new)
                    .seat())
        .toList();
  }

  /**
   * The printed form of all valid tickets of an order, to be handed over.
   *
   * @throws TicketNotFound if it has no valid ticket
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public TicketFile pdf(long accountId, String orderCode, Locale locale) {
    desk.byCode(accountId, orderCode);
    return new TicketFile(
        Texts.get(locale, "ticket.pdf.file_name", orderCode), documents.ofOrder(orderCode));
  }

  /**
   * Writes another name on a ticket. It gets a new code, as when its owner does so, and she is
   * told: what was printed with the old name lets nobody in. The same name again changes nothing.
   *
   * @throws TicketNotFound if the order has no such ticket
   * @throws TicketUsed if it was used, or is not valid any more
   */
  @Audited("ticket.rename")
  public void rename(
      long accountId,
      String orderCode,
      @Audited.Subject String ticketCode,
      @NotBlank @Size(max = 120) String holder) {
    OrderTicket before =
        of(accountId, orderCode).stream()
            .filter(ticket -> ticket.code().equals(ticketCode))
            .findFirst()
            .orElseThrow(TicketNotFound::new);
    String name = holder.strip();
    if (before.holder().equals(name)) {
      return;
    }
    int changed =
        sql.update(
            "with renamed as (update encore.ticket set holder_name = ?, issue = issue + 1"
                + " where code = ? and status = 'ISSUED' and checked_in_at is null"
                + " returning id, account_id, issue)"
                + " insert into encore.ticket_step (ticket_id, kind, actor_account_id,"
                + " owner_account_id, issue, at)"
                + " select id, 'RENAMED', ?, account_id, issue, ? from renamed",
            name,
            ticketCode,
            accountId,
            clock.instant());
    if (changed == 0) {
      throw new TicketUsed();
    }
    mail.renamed(ticketCode);
  }
}
