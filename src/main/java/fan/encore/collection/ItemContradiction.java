package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** A file belongs to digital items only, gifts to items whose copies are kept. */
public final class ItemContradiction extends BusinessError {
  public ItemContradiction() {
    super(Kind.INVALID, "collection.item_contradiction");
  }
}
