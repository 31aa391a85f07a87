package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** The gift was answered, taken back, or its time is over. */
public final class GiftNotOpen extends BusinessError {
  public GiftNotOpen() {
    super(Kind.CONFLICT, "collection.gift_not_open");
  }
}
