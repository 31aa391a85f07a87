package fan.encore.seat;

import fan.encore.local.PlainTransactions;
import fan.encore.shared.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Events with seats in a database, and what happens to their reservations. */
final class SeatHall implements AutoCloseable {

  static final AtomicLong NEXT = new AtomicLong();
  static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  final PlainTransactions transactions;
  final Sql sql;

  /** An event that sells all its seats as one type. */
  record Show(long eventId, long typeId) {}

  /** A seat as the tests see it. */
  record Spot(long id, int line, int position, int lean, boolean ordinary) {}

  SeatHall(DataSource app, int connections) throws SQLException {
    transactions = new PlainTransactions(app, connections);
    sql = new Sql(transactions.dataSource());
  }

  /** Rows of so many seats, the first row the best, the middle of each row the best of it. */
  Show show(int... rows) throws Exception {
    return transactions.call(() -> insert(rows));
  }

  private Show insert(int... rows) {
    String slug = "hall-" + NEXT.incrementAndGet();
    long venue =
        sql.insert(
            "insert into encore.venue (code, name, address, city, country, zone,"
                + " organizer_account_id, version) values (?, 'Hall', 'Street 1', 'Tokyo', 'JP',"
                + " 'Asia/Tokyo', 1, 1) returning id",
            slug);
    long event =
        sql.insert(
            "insert into encore.live_event (slug, title, description, category, venue_id,"
                + " organizer_account_id, status, currency, starts_at, ends_at, created_at,"
                + " published_at, version) values (?, 'A night', 'Songs', 'CONCERT', ?, 1,"
                + " 'PUBLISHED', 'JPY', ?, ?, ?, ?, 1) returning id",
            slug,
            venue,
            NOW.plusSeconds(864_000),
            NOW.plusSeconds(872_000),
            NOW,
            NOW);
    int seats = IntStream.of(rows).sum();
    long map =
        sql.insert(
            "insert into encore.seat_map (code, venue_id, organizer_account_id, name, document,"
                + " seats, standing, edited_at) values (?, ?, 1, 'Hall', '{}', ?, 0, ?) returning id",
            slug,
            venue,
            seats,
            NOW);
    sql.update(
        "insert into encore.event_seating (event_id, seat_map_id, map_version, document, seats,"
            + " chosen_at) values (?, ?, 1, '{}', ?, ?)",
        event,
        map,
        seats,
        NOW);
    long type =
        sql.insert(
            "insert into encore.ticket_type (event_id, code, name, description, price_minor,"
                + " sale_from, sale_until, max_per_order, place, version, seated)"
                + " values (?, 'seat', 'Seat', '', 5000, ?, ?, 10, 1, 1, true) returning id",
            event,
            NOW.minusSeconds(1),
            NOW.plusSeconds(864_000));
    sql.update(
        "insert into encore.ticket_stock (ticket_type_id, capacity, free) values (?, ?, ?)",
        type,
        seats,
        seats);
    int place = 0;
    for (int row = 0; row < rows.length; row++) {
      sql.update(
          "insert into encore.seat (event_id, ticket_type_id, place, label, block_name, row_name,"
              + " number, line, position, lean, ordinary) select ?, ?, ? + n, ? || '-' || n, 'P', ?,"
              + " n::text, ?, n, 2 * n - 2 - ?, true from generate_series(1, ?) as n",
          event,
          type,
          place,
          "P-" + row,
          String.valueOf(row),
          row + 1,
          rows[row] - 1,
          rows[row]);
      place += rows[row];
    }
    return new Show(event, type);
  }

  /**
   * Holds seats as a sale does: the stock first, all in one transaction.
   *
   * @param seats ids, none for the best
   * @return the reservation, or minus the id of the seat that is taken, or 0 when too few are left
   */
  long hold(Show show, int quantity, Long... seats) throws Exception {
    String code = "R-" + NEXT.incrementAndGet();
    String outcome =
        transactions.call(
            () ->
                sql.first(
                        "select case o_outcome when 'SEAT' then (-o_short)::text else o_outcome end"
                            + " from encore.hold_tickets(?, 1, ?, 'JPY', ?, '', ?, ?, ?, ?, ?, ?, ?)",
                        row -> row.getString(1),
                        code,
                        show.eventId(),
                        code,
                        NOW,
                        NOW.plusSeconds(600),
                        new Long[] {show.typeId()},
                        new Integer[] {quantity},
                        new Long[] {5000L},
                        new Long[] {0L},
                        seats)
                    .orElseThrow());
    return answer(code, outcome);
  }

  /** The reservation of a hold with this outcome, or why there is none. */
  long answer(String code, String outcome) throws Exception {
    return switch (outcome) {
      case "HELD" -> number("select id from encore.ticket_reservation where code = ?", code);
      case "SHORT" -> 0;
      default -> Long.parseLong(outcome);
    };
  }

  /** Holds seats where no stock stands in front of them: the answer of the function alone. */
  Optional<Long> holdSeatsAlone(Show show, Long... seats) throws Exception {
    long reservation = -NEXT.incrementAndGet();
    return transactions.call(
        () ->
            sql.first(
                "select encore.hold_seats(?, ?, ?, ?, ?, ?, ?) as taken",
                row -> Sql.nullableLong(row, "taken"),
                show.eventId(),
                reservation,
                new Long[] {show.typeId()},
                new Integer[] {seats.length},
                seats,
                NOW,
                NOW.plusSeconds(600)));
  }

  private boolean moves(Long[] type, Integer[] count, int free, int held, int sold) {
    return sql.first(
            "select encore.move_tickets(?, ?, ?, ?, ?) is null",
            row -> row.getBoolean(1),
            type,
            count,
            free,
            held,
            sold)
        .orElseThrow();
  }

  /** The reservation becomes this, and its stock with it. */
  void becomes(Show show, long reservation, String status, int quantity) throws Exception {
    transactions.run(
        () -> {
          sql.update(
              "update encore.ticket_reservation set status = ? where id = ?", status, reservation);
          boolean sold = status.equals("SOLD");
          moves(
              new Long[] {show.typeId()}, new Integer[] {quantity}, sold ? 0 : 1, -1, sold ? 1 : 0);
        });
  }

  List<Spot> seatsOf(long reservation) throws Exception {
    return transactions.call(
        () ->
            sql.list(
                "select s.id, s.line, s.position, s.lean, s.ordinary from encore.seat_hold h"
                    + " join encore.seat s on s.id = h.seat_id where h.reservation_id = ?"
                    + " and h.state <> 'FREED' order by s.line, s.position",
                row -> spot(row),
                reservation));
  }

  List<Spot> free(Show show) throws Exception {
    return transactions.call(
        () ->
            sql.list(
                "select id, line, position, lean, ordinary from encore.seat"
                    + " where event_id = ? and free and not blocked order by line, position",
                row -> spot(row),
                show.eventId()));
  }

  private static Spot spot(java.sql.ResultSet row) throws SQLException {
    return new Spot(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getBoolean(5));
  }

  /** Types whose seats are not what their stock says. */
  long differences() throws Exception {
    return transactions.call(() -> sql.number("select count(*) from encore.seat_difference"));
  }

  long number(String query, Object... parameters) throws Exception {
    return transactions.call(() -> sql.number(query, parameters));
  }

  @Override
  public void close() throws SQLException {
    transactions.close();
  }
}
