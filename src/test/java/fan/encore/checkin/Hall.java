package fan.encore.checkin;

import fan.encore.order.OrderPaid;
import fan.encore.shared.Sql;
import fan.encore.ticket.TicketIssue;
import fan.encore.ticket.TicketSeal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Events with sold orders and their tickets, and the services of the door, outside the server. */
final class Hall {

  static final long ORGANIZER = 900;
  static final long SOMEBODY_ELSE = 901;
  static final Keeper KEEPER = Keeper.of(ORGANIZER);

  private final DataSource pool;
  final Sql sql;
  final Clock clock = Clock.systemUTC();
  final TicketSeal seal;
  final CheckIn checkIn;
  final Doors doors;
  final TicketIssue issue;
  final CheckInLists lists;
  final LateCheckIn late;
  final DoorBundles bundles;
  final RecordedOutbox outbox = new RecordedOutbox();

  Hall(DataSource pool) {
    this.pool = pool;
    sql = new Sql(pool);
    seal = new TicketSeal(sql);
    checkIn = new CheckIn(sql, clock, seal, new ScanDesk(sql));
    doors = new Doors(sql, clock);
    issue = new TicketIssue(sql, clock, outbox);
    lists = new CheckInLists(sql, clock);
    late = new LateCheckIn(checkIn, clock);
    bundles = new DoorBundles(sql, clock, seal);
  }

  /** A published event of {@link #ORGANIZER} with one ticket type; its slug. */
  String event() {
    String slug = "event-" + UUID.randomUUID();
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
                + " values (?, ?, '', 'CONCERT', ?, ?, 'PUBLISHED', 'JPY', ?, ?, now(), now(), 0) returning id",
            slug,
            "Title of " + slug,
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
    return slug;
  }

  /** A paid order for so many tickets of the event, before its tickets are made; its code. */
  String order(String slug, int quantity) {
    String code = "ORD-" + UUID.randomUUID();
    sql.update(
        "with event as (select e.id, y.id as type from encore.live_event e"
            + " join encore.ticket_type y on y.event_id = e.id where e.slug = ?),"
            + " held as (insert into encore.ticket_reservation (code, account_id, event_id, currency, status,"
            + " call_key, request_hash, created_at, expires_at)"
            + " select ?, 7, id, 'JPY', 'SOLD', ?, '', now(), now() + interval '1 minute' from event returning id),"
            + " sold as (insert into encore.ticket_order (code, account_id, event_id, reservation_id, status,"
            + " currency, tickets_minor, fee_minor, total_minor, provider, payment, holder_name, call_key,"
            + " request_hash, placed_at, paid_at)"
            + " select ?, 7, event.id, held.id, 'PAID', 'JPY', 0, 0, 0, 'sandbox', 'PAY', 'Hana Sato', ?, '',"
            + " now(), now() from event, held returning id)"
            + " insert into encore.order_line (order_id, ticket_type_id, quantity, price_minor, fee_minor)"
            + " select sold.id, event.type, ?, 0, 0 from sold, event",
        slug,
        code,
        code,
        code,
        code,
        quantity);
    return code;
  }

  /** The codes of an order's tickets. */
  List<String> tickets(String order) {
    return sql.list(
        "select t.code from encore.ticket t join encore.ticket_order o on o.id = t.order_id"
            + " where o.code = ? order by t.number",
        row -> row.getString(1),
        order);
  }

  /** What the QR code of a ticket says. */
  String qr(String ticket) {
    return sql.first(
            "select key_id, issue from encore.ticket where code = ?",
            row -> seal.seal(row.getInt(1), ticket, row.getInt(2)),
            ticket)
        .orElseThrow();
  }

  /** What a telephone shows for a ticket in a half minute. */
  String rotating(String ticket, long window) {
    return sql.first(
            "select max(k.id), t.issue from encore.ticket t join encore.ticket_key k on k.event_id = t.event_id"
                + " where t.code = ? group by t.issue",
            row -> Telephone.code(seal.pass(row.getInt(1), ticket, row.getInt(2)), window),
            ticket)
        .orElseThrow();
  }

  /** The tickets of a new paid order of so many. */
  List<String> issued(String slug, int quantity) {
    String order = order(slug, quantity);
    issue.issue(new OrderPaid(order));
    return tickets(order);
  }

  /** A device of {@link #ORGANIZER} that is enrolled at the event. */
  Keeper device(String slug, String name) {
    long id =
        sql.insert(
            "insert into encore.gate_device (event_id, name, token_hash, account_id, created_at, enrolled_at)"
                + " select id, ?, ?, ?, now(), now() from encore.live_event where slug = ? returning id",
            name,
            UUID.randomUUID().toString(),
            ORGANIZER,
            slug);
    return new Keeper(ORGANIZER, id, false);
  }

  /** The same hall as another node of the cluster sees it. */
  Hall elsewhere() {
    return new Hall(pool);
  }

  /** A scan with a nonce of its own. */
  ScanResult scan(String slug, String qr, String gate) {
    return checkIn.scan(
        new ScanTicket(qr, gate, UUID.randomUUID().toString(), slug, null, null), KEEPER);
  }
}
