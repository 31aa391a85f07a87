package fan.encore.seat;

import fan.encore.shared.BusinessError;

/** Tickets are held or sold already, so the event keeps its seats. */
public final class SeatingFixed extends BusinessError {
  public SeatingFixed() {
    super(Kind.CONFLICT, "seat.seating_fixed");
  }
}
