package fan.encore.checkin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A scan that a gate decided alone and tells now.
 *
 * @param qr what the scanner read, or a ticket code that was typed
 * @param gate name of the gate
 * @param nonce chosen by the device, new for each scan and the same when it tells again
 * @param list code of the check-in list, or null for {@code main}
 * @param direction the way through the door, or null for ENTRY
 * @param at when, by the device's own clock
 * @param admitted whether the gate let the person through
 */
public record LateScan(
    @NotBlank @Size(max = 500) String qr,
    @NotBlank @Size(max = 60) String gate,
    @NotNull @Size(min = 8, max = 100) String nonce,
    @Size(max = 40) String list,
    Direction direction,
    @NotNull Instant at,
    boolean admitted) {}
