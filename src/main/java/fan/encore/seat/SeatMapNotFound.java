package fan.encore.seat;

import fan.encore.shared.BusinessError;

/** There is no such seat map, or it is somebody else's. */
public final class SeatMapNotFound extends BusinessError {
  public SeatMapNotFound() {
    super(Kind.NOT_FOUND, "seat.map_not_found");
  }
}
