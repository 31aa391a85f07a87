package fan.encore.waitlist;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/**
 * Wait for tickets.
 *
 * @param ticketType its code within the event
 * @param quantity all of them together or none
 */
public record JoinWaitlist(
    @NotBlank String slug, @NotBlank String ticketType, @Min(1) int quantity) {}
