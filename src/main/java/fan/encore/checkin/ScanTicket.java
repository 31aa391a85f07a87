package fan.encore.checkin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Somebody shows a ticket.
 *
 * @param qr what the scanner read, or a ticket code that was typed; blanks and hyphens do not
 *     matter
 * @param gate name of the gate, for whoever asks later
 * @param nonce chosen by the device, new for each scan and the same when it asks again
 * @param event slug of the event at this door
 * @param list code of the check-in list, or null for the event's first, {@code main}
 * @param direction the way through the door, or null for ENTRY
 */
public record ScanTicket(
    @NotBlank @Size(max = 500) String qr,
    @NotBlank @Size(max = 60) String gate,
    @NotNull @Size(min = 8, max = 100) String nonce,
    @NotBlank @Size(max = 80) String event,
    @Size(max = 40) String list,
    Direction direction) {}
