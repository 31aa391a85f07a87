package fan.encore.seat;

import fan.encore.seat.SeatHall.Show;
import fan.encore.shared.Sql;
import java.util.Collections;

/** Seats of a hall that are sold as more than one type. */
record Fares(SeatHall hall) {

  /** Sells the seats of a show as another type too, such as for children. */
  long add(Show show) throws Exception {
    return hall.transactions.call(
        () -> {
          long fare =
              hall.sql.insert(
                  "insert into encore.ticket_type (event_id, code, name, description, price_minor,"
                      + " sale_from, sale_until, max_per_order, place, version) select event_id, 'child',"
                      + " 'Child', '', 2500, sale_from, sale_until, 10, 2, 1 from encore.ticket_type"
                      + " where id = ? returning id",
                  show.typeId());
          hall.sql.update(
              "insert into encore.ticket_stock (ticket_type_id, capacity, free) values (?, 1, 1)",
              fare);
          hall.sql
              .first(
                  "select encore.define_fares(?, ?, ?)",
                  row -> Sql.nullableLong(row, "define_fares"),
                  show.eventId(),
                  show.typeId(),
                  new Long[] {fare})
              .ifPresent(
                  refused -> {
                    throw new IllegalStateException("No fare: " + refused);
                  });
          return fare;
        });
  }

  /**
   * Holds seats as several types in one transaction.
   *
   * @param seats ids, none for the best
   * @param seatTypes as which type each of them is bought
   * @return as {@link SeatHall#hold}
   */
  long hold(Show show, Long[] types, Integer[] quantities, Long[] seats, Long[] seatTypes)
      throws Exception {
    Long[] prices = Collections.nCopies(types.length, 5000L).toArray(Long[]::new);
    Long[] fees = Collections.nCopies(types.length, 0L).toArray(Long[]::new);
    String code = "R-" + SeatHall.NEXT.incrementAndGet();
    String outcome =
        hall.transactions.call(
            () ->
                hall.sql
                    .first(
                        "select case o_outcome when 'SEAT' then (-o_short)::text else o_outcome end"
                            + " from encore.hold_tickets(?, 1, ?, 'JPY', ?, '', ?, ?, ?, ?, ?, ?, ?,"
                            + " p_seat_types => ?)",
                        row -> row.getString(1),
                        code,
                        show.eventId(),
                        code,
                        SeatHall.NOW,
                        SeatHall.NOW.plusSeconds(600),
                        types,
                        quantities,
                        prices,
                        fees,
                        seats,
                        seatTypes)
                    .orElseThrow());
    return hall.answer(code, outcome);
  }
}
