package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** No item has this code, or the fan does not have it. */
public final class ItemNotFound extends BusinessError {
  public ItemNotFound() {
    super(Kind.NOT_FOUND, "collection.item_not_found");
  }
}
