package fan.encore.seat;

import fan.encore.shared.BusinessError;

/** The seat {0} is held or sold, so it cannot be blocked. */
public final class SeatNotFree extends BusinessError {
  public SeatNotFree(String label) {
    super(Kind.CONFLICT, "seat.not_free", label);
  }
}
