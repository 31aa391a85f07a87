package fan.encore.order;

/** Events of a box office whose tickets are seats of one row. */
record SeatRow(BoxOffice office) {

  /** An event that sells a row of seats, P-1 and on, as {@code type-0}. */
  String event(int seats) throws Exception {
    return sold(office.event(5_500, seats), seats);
  }

  /** As {@link #event(int)}; the same seats are sold as {@code type-1} too. */
  String fares(int seats) throws Exception {
    String slug = sold(office.event(5_500, seats, 1), seats);
    fares(slug, "type-1");
    return slug;
  }

  /** Sells the seats of {@code type-0} as exactly these types too; false when one cannot. */
  boolean fares(String slug, String... types) throws Exception {
    return office.transactions.call(
        () ->
            office
                .sql
                .first(
                    "select encore.define_fares(l.event_id, l.id, array(select t.id"
                        + " from encore.ticket_type t where t.event_id = l.event_id and t.code = any (?)))"
                        + " is null from encore.ticket_type l join encore.live_event e"
                        + " on e.id = l.event_id where e.slug = ? and l.code = 'type-0'",
                    row -> row.getBoolean(1),
                    types,
                    slug)
                .orElseThrow());
  }

  /** Makes the first type of an event a row of seats. */
  String sold(String slug, int seats) throws Exception {
    office.transactions.run(
        () -> {
          office.sql.update(
              "with map as (insert into encore.seat_map (code, venue_id, organizer_account_id, name,"
                  + " document, seats, standing, edited_at) select slug, venue_id, 1, 'Hall', '{}', ?,"
                  + " 0, now() from encore.live_event where slug = ? returning id)"
                  + " insert into encore.event_seating (event_id, seat_map_id, map_version, document,"
                  + " seats, chosen_at) select e.id, map.id, 1, '{}', ?, now()"
                  + " from encore.live_event e, map where e.slug = ?",
              seats,
              slug,
              seats,
              slug);
          office.sql.update(
              "insert into encore.seat (event_id, ticket_type_id, place, label, block_name, row_name,"
                  + " number, line, position, lean, ordinary) select t.event_id, t.id, n - 1,"
                  + " 'P-' || n, 'P', '', n::text, 1, n, 0, true from encore.ticket_type t"
                  + " join encore.live_event e on e.id = t.event_id, generate_series(1, ?) as n"
                  + " where e.slug = ? and t.code = 'type-0'",
              seats,
              slug);
          office.sql.update(
              "update encore.ticket_type set seated = true where code = 'type-0' and event_id ="
                  + " (select id from encore.live_event where slug = ?)",
              slug);
        });
    return slug;
  }

  /** F free, H held, S sold, from the first seat to the last. */
  String states(String slug) throws Exception {
    return office.transactions.call(
        () ->
            office
                .sql
                .first(
                    "select string_agg(case when s.free then 'F' when h.state = 'SOLD' then 'S' else"
                        + " 'H' end, '' order by s.place) from encore.seat s"
                        + " join encore.live_event e on e.id = s.event_id left join encore.seat_hold h"
                        + " on h.seat_id = s.id and h.state <> 'FREED' where e.slug = ?",
                    row -> row.getString(1),
                    slug)
                .orElseThrow());
  }
}
