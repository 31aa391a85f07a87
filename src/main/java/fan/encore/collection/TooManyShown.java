package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** A showcase has room for six different items that the fan owns. */
public final class TooManyShown extends BusinessError {
  public TooManyShown() {
    super(Kind.INVALID, "collection.too_many_shown");
  }
}
