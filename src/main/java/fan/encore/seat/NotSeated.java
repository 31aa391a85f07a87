package fan.encore.seat;

import fan.encore.shared.BusinessError;

/** The event has no seat map. */
public final class NotSeated extends BusinessError {
  public NotSeated() {
    super(Kind.NOT_FOUND, "seat.not_seated");
  }
}
