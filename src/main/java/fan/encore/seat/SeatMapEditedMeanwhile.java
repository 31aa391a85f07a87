package fan.encore.seat;

import fan.encore.shared.BusinessError;

/** Somebody else saved the map after it was opened. */
public final class SeatMapEditedMeanwhile extends BusinessError {
  public SeatMapEditedMeanwhile() {
    super(Kind.CONFLICT, "seat.map_edited_meanwhile");
  }
}
