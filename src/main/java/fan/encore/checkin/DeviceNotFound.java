package fan.encore.checkin;

import fan.encore.shared.BusinessError;

/** The event has no such device, or it was revoked before. */
public class DeviceNotFound extends BusinessError {
  public DeviceNotFound() {
    super(Kind.NOT_FOUND, "checkin.device_not_found");
  }
}
