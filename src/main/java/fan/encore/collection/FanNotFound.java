package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** No fan has this code, or her page is not public. */
public final class FanNotFound extends BusinessError {
  public FanNotFound() {
    super(Kind.NOT_FOUND, "collection.fan_not_found");
  }
}
