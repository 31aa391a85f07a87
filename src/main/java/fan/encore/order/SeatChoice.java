package fan.encore.order;

import fan.encore.event.Offer;
import fan.encore.event.Offer.OfferedType;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.seat.SeatNames;
import fan.encore.shared.Sql;
import java.util.ArrayList;
import java.util.List;

/** From the labels of seats that a fan wants to the ids that the database holds, and back. */
final class SeatChoice {

  private SeatChoice() {}

  /**
   * The seats that are named. Types that have seats and of which none is named get the best ones:
   * the database chooses them, so that a crowd never chooses the same.
   *
   * @return ids of the seats, or null when nothing that is wanted has seats
   * @throws SeatsNotOffered if seats are wanted where places are free
   * @throws fan.encore.seat.SeatUnknown if the type has no such seat
   * @throws fan.encore.seat.SeatsMismatch if there are not as many seats as tickets
   */
  static Long[] ids(Sql sql, Offer offer, Quote quote, List<HoldLine> lines) {
    List<Long> ids = new ArrayList<>();
    for (HoldLine line : lines) {
      OfferedType type = offer.byCode(line.ticketType()).orElseThrow();
      if (!line.seats().isEmpty()) {
        if (!type.seated()) {
          throw new SeatsNotOffered(type.name());
        }
        ids.addAll(
            SeatNames.ids(
                sql, offer.eventId(), type.id(), type.name(), line.quantity(), line.seats()));
      }
    }
    return ids.isEmpty() && !seated(offer, quote) ? null : ids.toArray(Long[]::new);
  }

  private static boolean seated(Offer offer, Quote quote) {
    return offer.types().stream()
        .anyMatch(
            type ->
                type.seated()
                    && quote.lines().stream().anyMatch(line -> line.ticketTypeId() == type.id()));
  }

  /** What the seat is called on the map. */
  static String label(Sql sql, long seatId) {
    return SeatNames.label(sql, seatId);
  }
}
