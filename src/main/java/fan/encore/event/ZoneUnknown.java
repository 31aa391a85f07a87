package fan.encore.event;

import fan.encore.shared.BusinessError;

/** No time zone has this name. */
public final class ZoneUnknown extends BusinessError {
  public ZoneUnknown() {
    super(Kind.INVALID, "event.zone_unknown");
  }
}
