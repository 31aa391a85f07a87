package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** Not a PNG, JPEG or WebP picture of at most 5 MB. */
public final class PictureRefused extends BusinessError {
  public PictureRefused() {
    super(Kind.INVALID, "collection.picture_refused");
  }
}
