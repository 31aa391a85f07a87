package fan.encore.storage;

import fan.encore.shared.BusinessError;

/** The provider of the files did not take one; nothing was changed. */
public final class ShelfUnavailable extends BusinessError {
  public ShelfUnavailable() {
    super(Kind.UNAVAILABLE, "storage.shelf_unavailable");
  }
}
