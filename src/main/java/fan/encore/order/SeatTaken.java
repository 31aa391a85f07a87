package fan.encore.order;

import fan.encore.shared.BusinessError;

/** The seat {0} is held or sold. */
public final class SeatTaken extends BusinessError {
  public SeatTaken(String label) {
    super(Kind.CONFLICT, "order.seat_taken", label);
  }
}
