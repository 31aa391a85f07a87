package fan.encore.ticket;

import fan.encore.account.Roles;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Texts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;

/** A fan's own tickets. */
@Stateless
@RolesAllowed({Roles.FAN, Roles.GUEST})
public class Tickets {

  private static final int MOST = 200;

  @Inject private TicketReading reading;
  @Inject private TicketDocuments documents;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /**
   * The account's tickets, coming events first, then the past from the newest.
   *
   * @param page from 0
   * @param size rows a page, 1 to 200
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Slice<TicketRow> of(long accountId, int page, int size) {
    int rows = Math.min(MOST, Math.max(1, size));
    return new Slice<>(
        reading.of(accountId, clock.instant(), Math.max(0, page) * rows, rows),
        reading.count(accountId));
  }

  /**
   * One of the account's tickets, whatever became of it.
   *
   * @throws TicketNotFound if it is not the account's
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public TicketRow one(long accountId, String code) {
    return reading.one(accountId, code).orElseThrow(TicketNotFound::new);
  }

  /**
   * What a telephone needs to show the ticket's rotating code without a network.
   *
   * @throws TicketNotFound if the account has no valid ticket with this code
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public TicketSeal.Pass pass(long accountId, String code) {
    return reading.pass(accountId, code).orElseThrow(TicketNotFound::new);
  }

  /**
   * The printed form: of her tickets of an order by its code, of one ticket by its own.
   *
   * @param code of an order or of a ticket
   * @param locale of the file's name
   * @throws TicketNotFound if the account has no valid ticket with this code
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public TicketFile pdf(long accountId, String code, Locale locale) {
    String order =
        sql.first(
                "select o.code from encore.ticket t join encore.ticket_order o on o.id = t.order_id"
                    + " where t.account_id = ? and t.status = 'ISSUED' and (o.code = ? or t.code = ?) limit 1",
                row -> row.getString(1),
                accountId,
                code,
                code)
            .orElseThrow(TicketNotFound::new);
    byte[] bytes =
        order.equals(code)
            ? documents.ofOwner(order, accountId)
            : documents.ofTicket(order, code, accountId);
    return new TicketFile(Texts.get(locale, "ticket.pdf.file_name", code), bytes);
  }
}
