package fan.encore.event;

import fan.encore.storage.Pictures;

/**
 * Decides by the bytes, not by a file's name, whether they are a picture that fans may be shown.
 */
final class EventPicture {

  static final int MAX_MEGABYTES = 5;

  private EventPicture() {}

  /**
   * The content type of the picture.
   *
   * @param drawn whether a drawing (SVG) is welcome, which can carry more than a picture
   * @throws PictureRefused if it is too large or no picture
   */
  static String contentType(byte[] bytes, boolean drawn) {
    if (bytes.length > MAX_MEGABYTES * 1024 * 1024) {
      throw new PictureRefused("event.picture_too_large", MAX_MEGABYTES);
    }
    return Pictures.contentType(bytes)
        .filter(type -> drawn || !type.equals("image/svg+xml"))
        .orElseThrow(() -> new PictureRefused("event.picture_type"));
  }
}
