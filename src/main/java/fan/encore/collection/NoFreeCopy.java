package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** All copies are delivered, promised to somebody, or there is none. */
public final class NoFreeCopy extends BusinessError {
  public NoFreeCopy() {
    super(Kind.CONFLICT, "collection.no_free_copy");
  }
}
