package fan.encore.checkin;

/**
 * A device that may scan from now on.
 *
 * @param token for {@code Authorization: Bearer}, told once; good until it is revoked
 * @param event slug of the only event where it may scan
 * @param name what the organizer called the device
 */
public record EnrolledDevice(String token, String event, String name) {}
