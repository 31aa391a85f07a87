package fan.encore.inserver;

import fan.encore.shared.Codes;
import fan.encore.shared.Sql;

/**
 * Two tickets of an event of their own, held by a fan.
 *
 * @param reservation its code
 * @param type id of the ticket type, of which there are ten
 */
record HeldTickets(String reservation, long type) {

  static HeldTickets of(Sql sql, long fan) {
    long type = event(sql, fan);
    String code = Codes.random("R-", 12);
    sql.update(
        "with held as (insert into encore.ticket_reservation (code, account_id, event_id, currency,"
            + " status, call_key, request_hash, created_at, expires_at)"
            + " select ?, ?, event_id, 'JPY', 'HELD', ?, '', now(), now() + interval '1 hour'"
            + " from encore.ticket_type where id = ? returning id)"
            + " insert into encore.reservation_line"
            + " (reservation_id, ticket_type_id, quantity, price_minor, fee_minor)"
            + " select id, ?, 2, 4000, 200 from held",
        code,
        fan,
        code,
        type,
        type);
    return new HeldTickets(code, type);
  }

  private static long event(Sql sql, long fan) {
    String slug = "messages-" + Codes.random("", 12).toLowerCase();
    return sql.insert(
        "with venue as (insert into encore.venue (code, name, address, city, country, zone,"
            + " organizer_account_id, version)"
            + " values (?, 'Hall', 'Street 1', 'Tokyo', 'JP', 'Asia/Tokyo', ?, 1) returning id),"
            + " event as (insert into encore.live_event (slug, title, description, category,"
            + " venue_id, organizer_account_id, status, currency, starts_at, ends_at, created_at,"
            + " published_at, version) select ?, 'A night', 'Songs', 'CONCERT', id, ?, 'PUBLISHED',"
            + " 'JPY', now() + interval '30 days', now() + interval '31 days', now(), now(), 1"
            + " from venue returning id),"
            + " type as (insert into encore.ticket_type (event_id, code, name, description,"
            + " price_minor, sale_from, sale_until, max_per_order, place, version)"
            + " select id, 'standing', 'Standing', '', 4000, now() - interval '1 day',"
            + " now() + interval '30 days', 10, 1, 1 from event returning id)"
            + " insert into encore.ticket_stock (ticket_type_id, capacity, free, held)"
            + " select id, 10, 8, 2 from type returning ticket_type_id",
        slug,
        fan,
        slug,
        fan);
  }
}
