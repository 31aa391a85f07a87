package fan.encore.seat;

import fan.encore.shared.BusinessError;

/** Events take place on this map, so it cannot be deleted. */
public final class SeatMapInUse extends BusinessError {
  public SeatMapInUse() {
    super(Kind.CONFLICT, "seat.map_in_use");
  }
}
