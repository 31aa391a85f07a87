package fan.encore.checkin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A scan was a mistake.
 *
 * @param event slug of the event at this door
 * @param reason for whoever asks later; no names of guests
 * @param nonce chosen by the device, the same when it asks again
 */
public record UndoScan(
    @NotBlank @Size(max = 80) String event,
    @NotBlank @Size(max = 200) String reason,
    @NotNull @Size(min = 8, max = 100) String nonce) {}
