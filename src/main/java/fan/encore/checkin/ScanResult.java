package fan.encore.checkin;

import java.time.Instant;

/**
 * The door's answer. Nothing is told about tickets of other events but which event it is.
 *
 * @param scan number of the scan, for an undo
 * @param list code of the check-in list
 * @param admitted whether the person goes through, or went
 * @param scannedAt when the first request with this nonce was answered; of a scan that came late,
 *     when it was made
 * @param gate where that was
 * @param ticket the ticket's code, or null
 * @param holder name of the holder, or null
 * @param type name of the ticket type, or null
 * @param usedAt ALREADY_USED and DOUBLE: when somebody was let in, else null
 * @param usedGate ALREADY_USED and DOUBLE: where, else null
 * @param otherEvent WRONG_EVENT: title of the event it is for, else null
 * @param otherStartsAt WRONG_EVENT: when that event starts, else null
 * @param otherZone WRONG_EVENT: that event's time zone (IANA), else null
 */
public record ScanResult(
    long scan,
    Outcome outcome,
    Direction direction,
    String list,
    boolean admitted,
    Instant scannedAt,
    String gate,
    String ticket,
    String holder,
    String type,
    Instant usedAt,
    String usedGate,
    String otherEvent,
    Instant otherStartsAt,
    String otherZone) {}
