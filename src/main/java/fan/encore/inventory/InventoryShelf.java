package fan.encore.inventory;

import fan.encore.inventory.EventBook.Counts;
import fan.encore.shared.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes ledgers out of the database and puts them back, many lines at once. */
final class InventoryShelf {

  private record Last(long place, String hash) {}

  private final Sql sql;

  InventoryShelf(Sql sql) {
    this.sql = sql;
  }

  /** The book of an event with the counts of all its types, ready to be continued. */
  EventBook open(long eventId, Instant now) {
    Optional<Last> last =
        sql.first(
            "select places, encode(hash, 'hex') as hash from encore.inventory_chain"
                + " where event_id = ?",
            row -> new Last(row.getLong("places"), row.getString("hash")),
            eventId);
    String slug =
        sql.first(
                "select slug from encore.live_event where id = ?", row -> row.getString(1), eventId)
            .orElseThrow();
    EventBook book =
        new EventBook(
            last.map(Last::place).orElse(0L),
            last.map(Last::hash).orElseGet(() -> Movement.genesis(slug)),
            now);
    sql.list(
            "select y.id as ticket_type_id, y.code, coalesce(t.capacity, 0) as capacity,"
                + " coalesce(t.held, 0) as held, coalesce(t.sold, 0) as sold"
                + " from encore.ticket_type y left join encore.inventory_type t"
                + " on t.ticket_type_id = y.id where y.event_id = ?",
            InventorySequencer::counts,
            eventId)
        .forEach(book::knows);
    return book;
  }

  /** Writes what was added to a book. */
  void close(long eventId, EventBook book) {
    List<Movement> lines = book.lines();
    if (lines.isEmpty()) {
      return;
    }
    sql.update(
        "insert into encore.inventory_entry (event_id, place, ticket_type_id, type_code, kind,"
            + " quantity, subject, capacity, free, held, sold, recorded_at, hash)"
            + " select ?, e.place, e.type, y.code, e.kind, e.quantity, e.subject, e.capacity,"
            + " e.free, e.held, e.sold, ?, decode(e.hash, 'hex')"
            + " from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as e (place, type, kind, quantity,"
            + " subject, capacity, free, held, sold, hash)"
            + " join encore.ticket_type y on y.id = e.type",
        eventId,
        lines.get(0).recordedAt(),
        longs(lines, Movement::place),
        book.lineTypes().toArray(Long[]::new),
        lines.stream().map(line -> line.kind().name()).toArray(String[]::new),
        numbers(lines, Movement::quantity),
        lines.stream().map(Movement::subject).toArray(String[]::new),
        numbers(lines, Movement::capacity),
        numbers(lines, Movement::free),
        numbers(lines, Movement::held),
        numbers(lines, Movement::sold),
        lines.stream().map(Movement::hash).toArray(String[]::new));
    sql.update(
        "insert into encore.inventory_chain as c (event_id, places, hash)"
            + " values (?, ?, decode(?, 'hex')) on conflict (event_id) do update"
            + " set places = excluded.places, hash = excluded.hash",
        eventId,
        book.place(),
        book.hash());
    List<Counts> counts = new ArrayList<>();
    book.counts().forEach(counts::add);
    sql.update(
        "insert into encore.inventory_type (ticket_type_id, event_id, capacity, held, sold)"
            + " select t.id, ?, t.capacity, t.held, t.sold from unnest(?, ?, ?, ?)"
            + " as t (id, capacity, held, sold) on conflict (ticket_type_id) do update"
            + " set capacity = excluded.capacity, held = excluded.held, sold = excluded.sold",
        eventId,
        counts.stream().map(type -> type.typeId).toArray(Long[]::new),
        counts.stream().map(type -> type.capacity).toArray(Integer[]::new),
        counts.stream().map(type -> type.held).toArray(Integer[]::new),
        counts.stream().map(type -> type.sold).toArray(Integer[]::new));
  }

  /** Keeps what the ledger has said of reservations, for the next look. */
  void remember(List<Change> moved) {
    if (moved.isEmpty()) {
      return;
    }
    sql.update(
        "insert into encore.inventory_known (reservation_id, ticket_type_id, event_id, quantity,"
            + " held, sold) select * from unnest(?, ?, ?, ?, ?, ?)"
            + " on conflict (reservation_id, ticket_type_id) do update"
            + " set held = excluded.held, sold = excluded.sold",
        moved.stream().map(Change::reservationId).toArray(Long[]::new),
        moved.stream().map(Change::typeId).toArray(Long[]::new),
        moved.stream().map(Change::eventId).toArray(Long[]::new),
        moved.stream().map(Change::quantity).toArray(Integer[]::new),
        moved.stream().map(Change::held).toArray(Integer[]::new),
        moved.stream().map(Change::sold).toArray(Integer[]::new));
  }

  private static Integer[] numbers(List<Movement> lines, Function<Movement, Integer> column) {
    return lines.stream().map(column).toArray(Integer[]::new);
  }

  private static Long[] longs(List<Movement> lines, Function<Movement, Long> column) {
    return lines.stream().map(column).toArray(Long[]::new);
  }
}
