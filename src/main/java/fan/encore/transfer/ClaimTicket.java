package fan.encore.transfer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Take a ticket that was sent.
 *
 * @param transfer its code
 * @param signature of the link in the mail; null for the fan whose confirmed address it was sent to
 * @param holderName printed on the ticket from now on
 */
public record ClaimTicket(
    @NotBlank @Size(max = 20) String transfer,
    @Size(max = 64) String signature,
    @NotBlank(message = "transfer.holder_missing")
        @Size(max = 120)
        @Pattern(
            regexp = "[^\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]*",
            message = "account.display_name_invalid")
        String holderName) {}
