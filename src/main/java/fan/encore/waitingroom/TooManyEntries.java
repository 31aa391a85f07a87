package fan.encore.waitingroom;

import fan.encore.shared.BusinessError;

/** Too many came from one place within a minute. */
public final class TooManyEntries extends BusinessError {
  public TooManyEntries() {
    super(Kind.TOO_MANY, "waitingroom.too_many_entries");
  }
}
