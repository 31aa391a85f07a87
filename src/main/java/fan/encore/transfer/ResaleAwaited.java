package fan.encore.transfer;

import fan.encore.shared.BusinessError;

/** Fans on the waiting list come first; when they do not want the ticket, everybody may buy it. */
public final class ResaleAwaited extends BusinessError {
  public ResaleAwaited() {
    super(Kind.CONFLICT, "resale.awaited");
  }
}
