package fan.encore.ticket;

import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.messaging.Queues;
import fan.encore.order.OrderPaid;
import fan.encore.order.OrderRefunded;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes the tickets of an order in the transaction that sells them, and ends them with a refund.
 */
@Stateless
@PermitAll
public class TicketIssue {

  /** Kind of the outbox rows that ask for an order's document. */
  static final String DOCUMENT = "ticket.document";

  /** Name of the value that carries the order's code. */
  static final String ORDER = "order";

  private static final String ISSUE =
      "with paid as (select * from encore.ticket_order where code = any (?)),"
          + " issued as (insert into encore.ticket (order_id, ticket_type_id, number, event_id,"
          + " account_id, holder_name, key_id, issued_at)"
          + " select o.id, l.ticket_type_id, n, o.event_id, o.account_id, o.holder_name,"
          + " (select max(id) from encore.ticket_key k where k.event_id = o.event_id), ?"
          + " from paid o cross join lateral (select l.ticket_type_id,"
          + " sum(l.quantity)::integer as quantity from encore.order_line l"
          + " where l.order_id = o.id and not exists (select from encore.order_line p"
          + " where p.order_id = o.id and p.part_of = l.ticket_type_id)"
          + " group by l.ticket_type_id) l"
          + " cross join lateral generate_series(1, l.quantity) as n"
          + " on conflict (order_id, ticket_type_id, number) do nothing)"
          + " select code, account_id from paid";

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Outbox outbox;

  /** For the container. */
  public TicketIssue() {}

  /** Outside the server. */
  public TicketIssue(Sql sql, Clock clock, Outbox outbox) {
    this.sql = sql;
    this.clock = clock;
    this.outbox = outbox;
  }

  /**
   * One ticket for each sold, none for a bundle but for what it gives, in one statement; hearing of
   * it again makes no second one.
   */
  public void issue(@Observes OrderPaid paid) {
    List<Outgoing> documents =
        sql.list(
            ISSUE,
            row -> document(row.getString("code"), row.getLong("account_id")),
            paid.orderCodes().toArray(String[]::new),
            clock.instant());
    if (documents.size() != paid.orderCodes().size()) {
      throw new IllegalStateException("No order " + paid.orderCodes());
    }
    outbox.putAll(documents);
  }

  private static Outgoing document(String order, long account) {
    return new Outgoing(
        Queues.TICKET_PDF,
        DOCUMENT,
        order,
        "",
        Locale.ENGLISH,
        Map.of(ORDER, order),
        List.of(),
        account);
  }

  /** The money went back, so nobody enters with these tickets any more. */
  public void cancel(@Observes OrderRefunded refunded) {
    sql.update(
        "update encore.ticket set status = 'CANCELLED' where status = 'ISSUED'"
            + " and order_id = (select id from encore.ticket_order where code = ?)",
        refunded.orderCode());
  }
}
