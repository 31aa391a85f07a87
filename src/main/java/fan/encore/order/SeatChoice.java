package fan.encore.order;

import fan.encore.event.Offer;
import fan.encore.event.Offer.OfferedType;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.seat.SeatNames;
import fan.encore.shared.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Which seats a hold is to have. Types that have seats and of which none is named get the best
 * ones: the database chooses them, so that a crowd never chooses the same.
 *
 * @param lines what the fan wants
 * @param quote what that is, parts of bundles and all
 */
record SeatChoice(Offer offer, Quote quote, List<HoldLine> lines) {

  /** A seat of the map, and as which ticket type it is bought. */
  record NamedSeat(long ticketTypeId, String label) {}

  /** Whether nothing that is wanted has a seat, and none is named. */
  boolean none() {
    return lines.stream().allMatch(line -> line.seats().isEmpty())
        && quote.lines().stream().noneMatch(line -> offer.byId(line.ticketTypeId()).seated());
  }

  /** Whether each ticket that has a seat names its own; whether they exist is not known yet. */
  boolean named() {
    return lines.stream()
        .allMatch(
            line ->
                type(line).seated()
                    ? new HashSet<>(line.seats()).size() == line.quantity()
                        && line.seats().size() == line.quantity()
                    : line.seats().isEmpty());
  }

  /** Whether some type is sold on another one's seats. */
  private boolean fares() {
    return quote.lines().stream()
        .anyMatch(line -> offer.byId(line.ticketTypeId()).fareOf() != null);
  }

  /** As which types the seats of {@link #ids} are bought, or null when all are their own types'. */
  Long[] types() {
    return fares() ? names().stream().map(NamedSeat::ticketTypeId).toArray(Long[]::new) : null;
  }

  /** Those that are named, line by line. */
  List<NamedSeat> names() {
    return lines.stream()
        .flatMap(line -> line.seats().stream().map(seat -> new NamedSeat(type(line).id(), seat)))
        .toList();
  }

  /**
   * Ids of the seats that are named, or null when nothing that is wanted has seats.
   *
   * @throws SeatsNotOffered if seats are wanted where places are free
   * @throws fan.encore.seat.SeatUnknown if the type has no such seat
   * @throws fan.encore.seat.SeatsMismatch if there are not as many seats as tickets
   */
  Long[] ids(Sql sql) {
    if (none()) {
      return null;
    }
    List<Long> ids = new ArrayList<>();
    for (HoldLine line : lines) {
      OfferedType type = type(line);
      if (!line.seats().isEmpty()) {
        if (!type.seated()) {
          throw new SeatsNotOffered(type.name());
        }
        ids.addAll(
            SeatNames.ids(
                sql, offer.eventId(), type.seatsOf(), type.name(), line.quantity(), line.seats()));
      }
    }
    return ids.toArray(Long[]::new);
  }

  private OfferedType type(HoldLine line) {
    return offer.byCode(line.ticketType()).orElseThrow();
  }

  /** What the seat is called on the map. */
  static String label(Sql sql, long seatId) {
    return SeatNames.label(sql, seatId);
  }
}
