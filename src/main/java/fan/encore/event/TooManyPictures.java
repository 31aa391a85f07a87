package fan.encore.event;

import fan.encore.shared.BusinessError;

/** An event shows twelve pictures at most. */
public final class TooManyPictures extends BusinessError {
  public TooManyPictures() {
    super(Kind.CONFLICT, "events.too_many_pictures");
  }
}
