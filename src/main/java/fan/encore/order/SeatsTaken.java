package fan.encore.order;

import fan.encore.shared.BusinessError;

/** Others were faster: not enough tickets of the type {0} are free. */
public final class SeatsTaken extends BusinessError {
  public SeatsTaken(String typeName) {
    super(Kind.CONFLICT, "order.seats_taken", typeName);
  }
}
