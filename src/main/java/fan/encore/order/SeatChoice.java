package fan.encore.order;

import fan.encore.event.Offer;
import fan.encore.event.Offer.OfferedType;
import fan.encore.order.HoldTickets.HoldLine;
import java.util.List;

/** From the labels of seats that a fan wants to the ids that the database holds, and back. */
final class SeatChoice {

  private SeatChoice() {}

  /**
   * @return ids of the seats in the order of the lines, or null when nobody asks for seats
   * @throws SeatsNotOffered if seats are wanted where places are free
   */
  static Long[] ids(Offer offer, List<HoldLine> lines) {
    for (HoldLine line : lines) {
      if (!line.seats().isEmpty()) {
        throw new SeatsNotOffered(
            offer.byCode(line.ticketType()).map(OfferedType::name).orElse(line.ticketType()));
      }
    }
    return null;
  }

  /** What the seat is called on the map. */
  static String label(long seatId) {
    return "#" + seatId;
  }
}
