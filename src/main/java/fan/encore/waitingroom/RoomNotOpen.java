package fan.encore.waitingroom;

import fan.encore.shared.BusinessError;

/** The waiting room has not opened yet, or is over. */
public final class RoomNotOpen extends BusinessError {
  public RoomNotOpen() {
    super(Kind.CONFLICT, "waitingroom.not_open");
  }
}
