package fan.encore.bench;

import fan.encore.bench.Load.Worker;
import fan.encore.shared.Sql;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A hall of 50,000 seats in five categories, each a ticket type of a hundred rows of a hundred
 * seats. It comes by SQL; its seats are held over HTTP, each once, spread over the hall.
 */
final class Arena {

  private static final int TYPES = 5;
  private static final int ROWS = 100;
  private static final int IN_A_ROW = 100;
  private static final int SEATS = TYPES * ROWS * IN_A_ROW;

  /** Without a common divisor with the number of seats: every seat comes once. */
  private static final int STEP = 20_011;

  private static final int TRIES = 40;

  private static final String HALL =
      "with event as (insert into encore.live_event (slug, title, description, category, venue_id,"
          + " organizer_account_id, status, currency, starts_at, ends_at, created_at, published_at,"
          + " version) select 'bench-arena', 'The Largest Hall', 'Seats', category, venue_id,"
          + " organizer_account_id, status, currency, starts_at, ends_at, now(), now(), 1"
          + " from encore.live_event where slug = ? returning id, venue_id, organizer_account_id),"
          + " map as (insert into encore.seat_map (code, venue_id, organizer_account_id, name,"
          + " document, seats, standing, edited_at) select 'bench-arena', venue_id,"
          + " organizer_account_id, 'Arena', '{}', ?, 0, now() from event returning id),"
          + " seating as (insert into encore.event_seating (event_id, seat_map_id, map_version,"
          + " document, seats, chosen_at) select event.id, map.id, 1, '{}', ?, now() from event, map),"
          + " type as (insert into encore.ticket_type (event_id, code, name, description,"
          + " price_minor, sale_from, sale_until, max_per_order, place, version, seated)"
          + " select id, 'seat-' || n, 'Seat', '', 5000, now() - interval '1 hour', now() + interval"
          + " '30 days', 10, n, 1, true from event, generate_series(0, ?) n returning id, event_id,"
          + " place)"
          + " insert into encore.seat (event_id, ticket_type_id, place, label, block_name, row_name,"
          + " number, line, position, lean, ordinary) select t.event_id, t.id,"
          + " t.place * ? + (r - 1) * ? + s - 1, t.place || '-' || r || '-' || s, 'Block', r::text,"
          + " s::text, r, s, 2 * s - 1 - ?, true from type t, generate_series(1, ?) r,"
          + " generate_series(1, ?) s";

  private static final String STOCK =
      "insert into encore.ticket_stock (ticket_type_id, capacity, free) select t.id, ?, ?"
          + " from encore.ticket_type t join encore.live_event e on e.id = t.event_id"
          + " where e.slug = 'bench-arena'";

  private static final String CROWD_IN =
      "update encore.seat s set free = false from encore.live_event e where e.id = s.event_id"
          + " and e.slug = 'bench-arena' and abs(hashint8(s.id)) % 100 < 95";

  private static final String BEST =
      "select encore.best_seats(t.id, 4) from encore.ticket_type t"
          + " join encore.live_event e on e.id = t.event_id"
          + " where e.slug = 'bench-arena' and t.place = ?";

  private final String url;
  private final Stage stage;
  private final AtomicInteger next = new AtomicInteger();

  private Arena(String url, Stage stage) {
    this.url = url;
    this.stage = stage;
  }

  static Arena build(String url, DataSource database, Stage stage) throws SQLException {
    Sql sql = new Sql(database);
    sql.update(
        HALL,
        stage.slug(),
        SEATS,
        SEATS,
        TYPES - 1,
        ROWS * IN_A_ROW,
        IN_A_ROW,
        IN_A_ROW,
        ROWS,
        IN_A_ROW);
    sql.update(STOCK, ROWS * IN_A_ROW, ROWS * IN_A_ROW);
    return new Arena(url, stage);
  }

  /** Chooses the best four where 95 of 100 seats are gone, and takes nothing. */
  static void chooseTheBest(DataSource database) throws SQLException {
    double[] millis = new double[TRIES];
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement crowd = connection.prepareStatement(CROWD_IN);
          PreparedStatement best = connection.prepareStatement(BEST)) {
        crowd.executeUpdate();
        for (int i = 0; i < TRIES; i++) {
          best.setInt(1, i % TYPES);
          long begin = System.nanoTime();
          try (ResultSet row = best.executeQuery()) {
            row.next();
          }
          millis[i] = (System.nanoTime() - begin) / 1e6;
        }
      } finally {
        connection.rollback();
      }
    }
    Arrays.sort(millis);
    System.out.println(
        String.format(
            Locale.ROOT,
            "The best four seats at 95 %% sold of %,d: median %.1f ms, at most %.1f ms.",
            SEATS,
            millis[TRIES / 2],
            millis[TRIES - 1]));
  }

  /** Holds seats that nobody has, one at a time. */
  Worker chooser(int number) {
    Wire wire = new Wire(url);
    String token = stage.fans().get(number % stage.fans().size()).token();
    return new Worker() {
      @Override
      public void once() throws IOException {
        int seat = (int) ((long) next.getAndIncrement() * STEP % SEATS);
        int type = seat / (ROWS * IN_A_ROW);
        String label = type + "-" + (seat / IN_A_ROW % ROWS + 1) + "-" + (seat % IN_A_ROW + 1);
        String wish =
            "{\"lines\":[{\"ticketType\":\"seat-"
                + type
                + "\",\"quantity\":1,\"seats\":[\""
                + label
                + "\"]}]}";
        Stage.good(
            wire.post(
                "/api/v1/events/bench-arena/reservations",
                token,
                UUID.randomUUID().toString(),
                wish));
      }

      @Override
      public void close() throws IOException {
        wire.close();
      }
    };
  }
}
