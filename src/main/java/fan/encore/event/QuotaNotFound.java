package fan.encore.event;

import fan.encore.shared.BusinessError;

/** The event has no such quota. */
public final class QuotaNotFound extends BusinessError {
  public QuotaNotFound() {
    super(Kind.NOT_FOUND, "event.quota_not_found");
  }
}
