package fan.encore.waitingroom;

import fan.encore.shared.BusinessError;

/** The event has no waiting room. */
public final class NoWaitingRoom extends BusinessError {
  public NoWaitingRoom() {
    super(Kind.NOT_FOUND, "waitingroom.no_room");
  }
}
