package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** The fan got as many links to this file today as she may. */
public final class DownloadsUsedUp extends BusinessError {
  public DownloadsUsedUp() {
    super(Kind.TOO_MANY, "collection.downloads_used_up");
  }
}
