package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** The giver's wallet is locked, which is nobody else's business; the gift stays open. */
public final class GiftOnHold extends BusinessError {
  public GiftOnHold() {
    super(Kind.CONFLICT, "collection.gift_on_hold");
  }
}
