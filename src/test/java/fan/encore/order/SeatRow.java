package fan.encore.order;

/** Events of a box office whose tickets are seats of one row. */
record SeatRow(BoxOffice office) {

  /** An event that sells a row of seats, P-1 and on, as {@code type-0}. */
  String event(int seats) throws Exception {
    String slug = office.event(5_500, seats);
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
                  + " where e.slug = ?",
              seats,
              slug);
          office.sql.update(
              "update encore.ticket_type set seated = true where event_id ="
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
