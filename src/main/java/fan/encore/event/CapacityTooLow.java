package fan.encore.event;

import fan.encore.shared.BusinessError;

/** More tickets are already sold or held than the new capacity allows. */
public final class CapacityTooLow extends BusinessError {
  public CapacityTooLow() {
    super(Kind.CONFLICT, "event.capacity_too_low");
  }
}
