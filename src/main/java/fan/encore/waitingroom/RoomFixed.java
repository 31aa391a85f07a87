package fan.encore.waitingroom;

import fan.encore.shared.BusinessError;

/** Fans are waiting already: the times of the room cannot change any more. */
public final class RoomFixed extends BusinessError {
  public RoomFixed() {
    super(Kind.CONFLICT, "waitingroom.fixed");
  }
}
