package fan.encore.transfer;

import fan.encore.shared.BusinessError;

/** The offer was sold, withdrawn, or its time is over. */
public final class ResaleOver extends BusinessError {
  public ResaleOver() {
    super(Kind.CONFLICT, "resale.over");
  }
}
