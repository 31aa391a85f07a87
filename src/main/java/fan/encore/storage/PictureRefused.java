package fan.encore.storage;

import fan.encore.shared.BusinessError;

/** The picture is too large ({@code storage.picture_too_large}) or not PNG, JPEG or WebP. */
public final class PictureRefused extends BusinessError {
  public PictureRefused(String code, Object... arguments) {
    super(Kind.INVALID, code, arguments);
  }
}
