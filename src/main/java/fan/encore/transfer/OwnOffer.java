package fan.encore.transfer;

import fan.encore.shared.BusinessError;

/** A fan cannot buy her own ticket. */
public final class OwnOffer extends BusinessError {
  public OwnOffer() {
    super(Kind.CONFLICT, "resale.own_offer");
  }
}
