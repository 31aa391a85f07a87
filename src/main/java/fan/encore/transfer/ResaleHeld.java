package fan.encore.transfer;

import fan.encore.shared.BusinessError;

/** Somebody is paying for the offer at this moment. */
public final class ResaleHeld extends BusinessError {
  public ResaleHeld() {
    super(Kind.CONFLICT, "resale.held");
  }
}
