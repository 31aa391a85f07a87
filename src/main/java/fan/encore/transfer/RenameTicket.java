package fan.encore.transfer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Change the name on a ticket.
 *
 * @param ticket code of one of the fan's own tickets
 * @param holderName printed on the ticket from now on
 */
public record RenameTicket(
    @NotBlank @Size(max = 20) String ticket,
    @NotBlank(message = "transfer.holder_missing")
        @Size(max = 120)
        @Pattern(
            regexp = "[^\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]*",
            message = "account.display_name_invalid")
        String holderName) {}
