package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** There is no such gift between this fan and another one. */
public final class GiftNotFound extends BusinessError {
  public GiftNotFound() {
    super(Kind.NOT_FOUND, "collection.gift_not_found");
  }
}
