package fan.encore.checkin;

import java.time.Instant;

/**
 * A device at a door.
 *
 * @param name what the organizer called it
 * @param status where it stands
 * @param codeExpiresAt INVITED: until when its enrolment code is good, else null
 * @param lastSeenAt when it last asked for anything, to the minute; null before
 */
public record GateDevice(
    long id,
    String name,
    DeviceStatus status,
    Instant codeExpiresAt,
    Instant enrolledAt,
    Instant lastSeenAt) {

  /** Where a device stands. */
  public enum DeviceStatus {
    /** Its enrolment code waits to be scanned. */
    INVITED,
    /** Its enrolment code was not scanned in time. */
    EXPIRED,
    /** It may scan. */
    ENROLLED,
    /** It may not scan any more. */
    REVOKED
  }
}
