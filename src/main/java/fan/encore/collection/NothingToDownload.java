package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** The item has no file. */
public final class NothingToDownload extends BusinessError {
  public NothingToDownload() {
    super(Kind.CONFLICT, "collection.nothing_to_download");
  }
}
