package fan.encore.seat;

import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.seat.Seating.PricedCategory;
import fan.encore.shared.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the seats of an event, set by set, in the caller's transaction. */
final class SeatingRows {

  private final Sql sql;
  private final EventDetail event;
  private final List<PricedCategory> categories;
  private final Map<String, Long> typeIds;

  SeatingRows(Sql sql, EventDetail event, List<PricedCategory> categories) {
    this.sql = sql;
    this.event = event;
    this.categories = categories;
    this.typeIds =
        event.types().stream().collect(Collectors.toMap(TypeDetail::code, TypeDetail::id));
  }

  /**
   * @throws CategoryUnmapped if a category has no type, or one that is mixed
   */
  void checkCategories() {
    Map<String, Boolean> standing = new HashMap<>();
    for (PricedCategory category : categories) {
      String type = category.ticketType();
      if (type == null || !typeIds.containsKey(type)) {
        throw new CategoryUnmapped(category.name());
      }
      Boolean before = standing.put(type, category.standing());
      if (before != null && before != category.standing()) {
        throw new CategoryUnmapped(category.name());
      }
    }
    if (categories.isEmpty()) {
      throw new SeatMapRefused("seat.map_without_places");
    }
  }

  /** The event has no seats any more; what was sold on them besides its leading type is empty. */
  void removeAll() {
    SeatingReading.fares(sql, event.id()).keySet().forEach(type -> defineFares(type, List.of()));
    sql.update("delete from encore.seat_hold where event_id = ?", event.id());
    sql.update("delete from encore.seat where event_id = ?", event.id());
    sql.update("delete from encore.event_seating where event_id = ?", event.id());
    sql.update("update encore.ticket_type set seated = false where event_id = ?", event.id());
  }

  /** Fares of before stay where their type still leads, unless they lead themselves now. */
  void keepFares(Map<String, List<String>> before) {
    Set<String> leading =
        categories.stream().map(PricedCategory::ticketType).collect(Collectors.toSet());
    for (PricedCategory category : categories) {
      List<String> fares = before.getOrDefault(category.ticketType(), List.of());
      if (!category.standing() && !fares.isEmpty()) {
        defineFares(
            category.ticketType(), fares.stream().filter(fare -> !leading.contains(fare)).toList());
      }
    }
  }

  /**
   * @throws FareRefused if a type cannot be a fare of this one, or cannot stop to be one
   */
  void defineFares(String leading, List<String> fares) {
    Long[] ids = fares.stream().distinct().map(this::id).toArray(Long[]::new);
    sql.first(
            "select encore.define_fares(?, ?, ?)",
            row -> Sql.nullableLong(row, "define_fares"),
            event.id(),
            id(leading),
            ids)
        .ifPresent(
            wrong -> {
              throw new FareRefused(
                  event.types().stream()
                      .filter(type -> type.id() == wrong)
                      .map(TypeDetail::name)
                      .findFirst()
                      .orElse(""));
            });
  }

  private Long id(String type) {
    if (!typeIds.containsKey(type)) {
      throw new FareRefused(type);
    }
    return typeIds.get(type);
  }

  void insert(SeatLayout layout) {
    insertCategories();
    insertSeats(layout.seats());
    setStock();
  }

  private void insertCategories() {
    for (PricedCategory category : categories) {
      long type = typeIds.get(category.ticketType());
      sql.update(
          "insert into encore.event_seat_category (event_id, category, ticket_type_id)"
              + " values (?, ?, ?)",
          event.id(),
          category.code(),
          type);
      if (!category.standing()) {
        sql.update("update encore.ticket_type set seated = true where id = ?", type);
      }
    }
  }

  private void insertSeats(List<PlannedSeat> seats) {
    Map<String, Long> types =
        categories.stream()
            .collect(Collectors.toMap(PricedCategory::code, one -> typeIds.get(one.ticketType())));
    sql.update(
        "insert into encore.seat (event_id, place, ticket_type_id, label, block_name, row_name,"
            + " number, line, position, lean, ordinary)"
            + " select ?, s.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as s",
        event.id(),
        IntStream.range(0, seats.size()).boxed().toArray(Integer[]::new),
        seats.stream().map(seat -> types.get(seat.category())).toArray(Long[]::new),
        texts(seats, PlannedSeat::label),
        texts(seats, PlannedSeat::blockName),
        texts(seats, PlannedSeat::rowName),
        texts(seats, PlannedSeat::number),
        seats.stream().map(PlannedSeat::line).toArray(Integer[]::new),
        seats.stream().map(PlannedSeat::position).toArray(Integer[]::new),
        seats.stream().map(PlannedSeat::lean).toArray(Integer[]::new),
        seats.stream().map(PlannedSeat::ordinary).toArray(Boolean[]::new));
  }

  private static String[] texts(List<PlannedSeat> seats, Function<PlannedSeat, String> text) {
    return seats.stream().map(text).toArray(String[]::new);
  }

  private void setStock() {
    Map<Long, Integer> places = new HashMap<>();
    for (PricedCategory category : categories) {
      places.merge(typeIds.get(category.ticketType()), category.places(), Integer::sum);
    }
    places.forEach(
        (type, count) ->
            sql.update(
                "update encore.ticket_stock set capacity = ?, free = ? where ticket_type_id = ?",
                count,
                count,
                type));
  }
}
