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
import java.util.List;
import java.util.Locale;

/** The tickets of an order, for the organizer of its event and administrators. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class OrderTickets {

  @Inject private Sql sql;
  @Inject private OrderDesk desk;
  @Inject private TicketDocuments documents;

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
   * Writes another name on a ticket. Its QR code stays: a name gives nobody an entrance.
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
    seats(accountId, orderCode, List.of(ticketCode));
    int changed =
        sql.update(
            "update encore.ticket set holder_name = ? where code = ? and status = 'ISSUED'"
                + " and checked_in_at is null",
            holder.strip(),
            ticketCode);
    if (changed == 0) {
      throw new TicketUsed();
    }
  }
}
