package fan.encore.checkin;

/**
 * What became of a scan that came late.
 *
 * @param result null when it was refused
 * @param error code of the error, such as {@code checkin.nonce_reused}, or null
 */
public record LateAnswer(String nonce, ScanResult result, String error) {}
