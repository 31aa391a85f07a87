package fan.encore.seat;

import fan.encore.shared.BusinessError;

/** Seats were named, but not as many, each once, as tickets of the type {0} are wanted. */
public final class SeatsMismatch extends BusinessError {
  public SeatsMismatch(String typeName) {
    super(Kind.INVALID, "seat.mismatch", typeName);
  }
}
