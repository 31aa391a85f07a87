package fan.encore.seat;

import fan.encore.shared.BusinessError;

/** The event has no seat with the label {0}, or it is of another ticket type. */
public final class SeatUnknown extends BusinessError {
  public SeatUnknown(String label) {
    super(Kind.INVALID, "seat.unknown", label);
  }
}
