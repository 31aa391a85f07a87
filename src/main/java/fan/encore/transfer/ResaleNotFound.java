package fan.encore.transfer;

import fan.encore.shared.BusinessError;

/** There is no such offer, or it is none of the caller's. */
public final class ResaleNotFound extends BusinessError {
  public ResaleNotFound() {
    super(Kind.NOT_FOUND, "resale.not_found");
  }
}
