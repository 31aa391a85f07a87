package fan.encore.seat;

import fan.encore.seat.Block.Standing;
import fan.encore.seat.Seating.PricedCategory;
import fan.encore.shared.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how an event uses its map. */
final class SeatingReading {

  private SeatingReading() {}

  static Optional<Seating> of(Sql sql, long eventId) {
    Map<String, String> types = new HashMap<>();
    sql.list(
            "select c.category, t.code from encore.event_seat_category c"
                + " join encore.ticket_type t on t.id = c.ticket_type_id where c.event_id = ?",
            row -> Map.entry(row.getString(1), row.getString(2)),
            eventId)
        .forEach(entry -> types.put(entry.getKey(), entry.getValue()));
    Map<String, List<String>> fares = fares(sql, eventId);
    return sql.first(
        "select m.code, m.name, s.map_version, m.version, s.seats, s.document::text as document"
            + " from encore.event_seating s join encore.seat_map m on m.id = s.seat_map_id"
            + " where s.event_id = ?",
        row ->
            new Seating(
                row.getString("code"),
                row.getString("name"),
                row.getInt("map_version"),
                row.getInt("version"),
                row.getInt("seats"),
                categories(SeatMapReader.read(row.getString("document")), types, fares)),
        eventId);
  }

  /** The fares of each leading type that has some: codes of types, in the event's order. */
  static Map<String, List<String>> fares(Sql sql, long eventId) {
    Map<String, List<String>> fares = new HashMap<>();
    sql.list(
            "select l.code, t.code from encore.ticket_type t"
                + " join encore.ticket_type l on l.id = t.fare_of where t.event_id = ?"
                + " order by t.place, t.id",
            row -> Map.entry(row.getString(1), row.getString(2)),
            eventId)
        .forEach(
            fare ->
                fares
                    .computeIfAbsent(fare.getKey(), leading -> new ArrayList<>())
                    .add(fare.getValue()));
    return fares;
  }

  /** The categories that have places, with a type for each that has one. */
  static List<PricedCategory> categories(
      SeatMap map, Map<String, String> types, Map<String, List<String>> fares) {
    SeatLayout layout = SeatLayout.of(map);
    Map<String, Integer> seats = new HashMap<>();
    layout.seats().forEach(seat -> seats.merge(seat.category(), 1, Integer::sum));
    Map<String, Integer> room = new HashMap<>();
    for (Standing area : layout.standing()) {
      room.merge(area.category(), area.capacity(), Integer::sum);
    }
    List<PricedCategory> priced = new ArrayList<>();
    for (SeatCategory category : map.categories()) {
      boolean standing = room.containsKey(category.code());
      int places = (standing ? room : seats).getOrDefault(category.code(), 0);
      String type = types.get(category.code());
      if (places > 0) {
        priced.add(
            new PricedCategory(
                category.code(),
                category.name(),
                category.colour(),
                places,
                standing,
                type,
                type == null ? List.of() : fares.getOrDefault(type, List.of())));
      }
    }
    return priced;
  }
}
