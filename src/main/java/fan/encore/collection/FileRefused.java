package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** The file is too large, or of a kind that fans are not given. */
public final class FileRefused extends BusinessError {
  public FileRefused() {
    super(Kind.INVALID, "collection.file_refused");
  }
}
