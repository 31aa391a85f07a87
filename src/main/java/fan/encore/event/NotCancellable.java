package fan.encore.event;

import fan.encore.shared.BusinessError;

/** Only an event that is published, and neither over nor cancelled, can be called off. */
public final class NotCancellable extends BusinessError {
  public NotCancellable() {
    super(Kind.CONFLICT, "events.not_cancellable");
  }
}
