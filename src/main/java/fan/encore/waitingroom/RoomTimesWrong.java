package fan.encore.waitingroom;

import fan.encore.shared.BusinessError;

/** A room opens before its draw, and the draw is to come. */
public final class RoomTimesWrong extends BusinessError {
  public RoomTimesWrong() {
    super(Kind.INVALID, "waitingroom.times_wrong");
  }
}
