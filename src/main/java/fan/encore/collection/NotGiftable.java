package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** The item may not be given away. */
public final class NotGiftable extends BusinessError {
  public NotGiftable() {
    super(Kind.CONFLICT, "collection.not_giftable");
  }
}
