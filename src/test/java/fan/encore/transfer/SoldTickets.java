package fan.encore.transfer;

import fan.encore.shared.Sql;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;

/** Tickets of sold orders, and what may happen to them at the same moment. */
final class SoldTickets {

  static final long ORGANIZER = 900;
  static final long SELLER = 7;

  final Sql sql;
  private final String slug;

  SoldTickets(DataSource pool) {
    sql = new Sql(pool);
    slug = "event-" + UUID.randomUUID();
    Instant start = Instant.now().plus(1, ChronoUnit.HOURS);
    long venue =
        sql.insert(
            "insert into encore.venue (code, name, address, city, country, zone, organizer_account_id, version)"
                + " values (?, 'Hall', 'Street 1', 'Tokyo', 'JP', 'Asia/Tokyo', ?, 0) returning id",
            slug,
            ORGANIZER);
    long event =
        sql.insert(
            "insert into encore.live_event (slug, title, description, category, venue_id,"
                + " organizer_account_id, status, currency, starts_at, ends_at, created_at, published_at, version)"
                + " values (?, 'A night', '', 'CONCERT', ?, ?, 'PUBLISHED', 'JPY', ?, ?, now(), now(), 0) returning id",
            slug,
            venue,
            ORGANIZER,
            start,
            start.plus(2, ChronoUnit.HOURS));
    sql.update(
        "insert into encore.ticket_type (event_id, code, name, description, price_minor, sale_from,"
            + " sale_until, max_per_order, place, version)"
            + " values (?, 'ga', 'Standing', '', 5500, ?, ?, 8, 0, 0)",
        event,
        start.minus(30, ChronoUnit.DAYS),
        start);
  }

  /** A ticket of a paid order of {@link #SELLER}; its code. */
  String ticket() {
    String order = "ORD-" + UUID.randomUUID();
    return sql.first(
            "with event as (select e.id, y.id as type from encore.live_event e"
                + " join encore.ticket_type y on y.event_id = e.id where e.slug = ?),"
                + " held as (insert into encore.ticket_reservation (code, account_id, event_id, currency, status,"
                + " call_key, request_hash, created_at, expires_at)"
                + " select ?, 7, id, 'JPY', 'SOLD', ?, '', now(), now() + interval '1 minute' from event returning id),"
                + " sold as (insert into encore.ticket_order (code, account_id, event_id, reservation_id, status,"
                + " currency, tickets_minor, fee_minor, total_minor, provider, payment, holder_name, call_key,"
                + " request_hash, placed_at, paid_at)"
                + " select ?, 7, event.id, held.id, 'PAID', 'JPY', 0, 0, 0, 'sandbox', 'PAY', 'Hana Sato', ?, '',"
                + " now(), now() from event, held returning id),"
                + " line as (insert into encore.order_line (order_id, ticket_type_id, quantity, price_minor, fee_minor)"
                + " select sold.id, event.type, 1, 0, 0 from sold, event returning order_id, ticket_type_id)"
                + " insert into encore.ticket (order_id, ticket_type_id, number, event_id, account_id, holder_name,"
                + " key_id, issued_at) select line.order_id, line.ticket_type_id, 1, event.id, 7, 'Hana Sato',"
                + " (select max(id) from encore.ticket_key), now() from line, event returning code",
            row -> row.getString(1),
            slug,
            order,
            order,
            order,
            order)
        .orElseThrow();
  }

  /** Sends a ticket to an address; the transfer's code. */
  String offered(String ticket) {
    String code = "TRF-" + UUID.randomUUID();
    String outcome =
        text(
            "select encore.offer_ticket(?, ?, ?, 'rin@fans.example', ?, ?)",
            ticket,
            SELLER,
            code,
            Instant.now(),
            Instant.now().plus(1, ChronoUnit.DAYS));
    if (!"OFFERED".equals(outcome)) {
      throw new IllegalStateException(outcome);
    }
    return code;
  }

  String claim(String transfer, long account) {
    return text(
        "select encore.claim_ticket(?, ?, ?, ?)",
        transfer,
        account,
        "Rin " + account,
        Instant.now());
  }

  /** A scan of the QR code of that issue. */
  String scan(String ticket, int issue) {
    return text(
        "select (encore.check_in(?, ?, false, null, 'main', 'ENTRY', ?, ?, null, 'SEALED', 'North', ?,"
            + " '', ?, null, now(), null)).outcome",
        slug,
        ORGANIZER,
        ticket,
        issue,
        UUID.randomUUID().toString(),
        Instant.now());
  }

  /** What a refund does to a ticket. */
  boolean refund(String ticket) {
    return sql.update(
            "update encore.ticket set status = 'CANCELLED' where status = 'ISSUED' and code = ?"
                + " and checked_in_at is null and account_id = ?",
            ticket,
            SELLER)
        == 1;
  }

  String owner(String ticket) {
    return text("select account_id || ' ' || issue from encore.ticket where code = ?", ticket);
  }

  private String text(String query, Object... parameters) {
    return sql.first(query, row -> row.getString(1), parameters).orElse(null);
  }
}
