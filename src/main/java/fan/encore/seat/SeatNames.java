package fan.encore.seat;

import fan.encore.shared.Sql;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From labels of seats to their ids, and back. */
public final class SeatNames {

  private record Named(String label, long id) {}

  private SeatNames() {}

  /**
   * Ids in the order of the labels.
   *
   * @throws SeatUnknown if the event has no such seat
   */
  public static List<Long> ids(Sql sql, long eventId, List<String> labels) {
    Map<String, Long> known = new HashMap<>();
    sql.list(
            "select label, id from encore.seat where event_id = ? and label = any (?)",
            row -> new Named(row.getString(1), row.getLong(2)),
            eventId,
            labels.toArray(String[]::new))
        .forEach(seat -> known.put(seat.label(), seat.id()));
    return labels.stream()
        .map(
            label -> {
              if (!known.containsKey(label)) {
                throw new SeatUnknown(label);
              }
              return known.get(label);
            })
        .toList();
  }

  /**
   * Ids in the order of the labels, each of them once and of one ticket type.
   *
   * @throws SeatUnknown if the type has no such seat
   * @throws SeatsMismatch if one is named twice, or there are not as many as tickets
   */
  public static List<Long> ids(
      Sql sql, long eventId, long typeId, String typeName, int quantity, List<String> labels) {
    Set<String> once = new HashSet<>(labels);
    if (once.size() != labels.size() || labels.size() != quantity) {
      throw new SeatsMismatch(typeName);
    }
    List<Long> ids = ids(sql, eventId, labels);
    long ofType =
        sql.number(
            "select count(*) from encore.seat where id = any (?) and ticket_type_id = ?",
            ids.toArray(Long[]::new),
            typeId);
    if (ofType != ids.size()) {
      throw new SeatUnknown(String.join(", ", labels));
    }
    return ids;
  }

  /** What a seat is called on the map. */
  public static String label(Sql sql, long seatId) {
    return sql.first("select label from encore.seat where id = ?", row -> row.getString(1), seatId)
        .orElse("");
  }

  /** The seats of a reservation, the best first; empty without seats. */
  public static List<BoughtSeat> ofReservation(Sql sql, String reservationCode) {
    return sql.list(
        BoughtSeat.COLUMNS
            + " from encore.ticket_reservation r"
            + " join encore.seat_hold h on h.reservation_id = r.id"
            + BoughtSeat.JOINED
            + " where r.code = ? and r.seated order by s.line, s.position",
        BoughtSeat::of,
        reservationCode);
  }
}
