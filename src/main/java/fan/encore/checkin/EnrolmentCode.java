package fan.encore.checkin;

import java.time.Instant;

/**
 * What a device shows that it was invited; told once, only its hash is kept.
 *
 * @param device number of the device
 * @param code good once, until it expires
 * @param link address that enrols the browser that opens it; what the QR code says
 */
public record EnrolmentCode(long device, String code, String link, Instant expiresAt) {}
