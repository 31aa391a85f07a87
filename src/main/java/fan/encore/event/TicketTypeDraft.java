package fan.encore.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;

/**
 * A ticket type as an organizer describes it. Times are local times of the venue.
 *
 * @param description one line for the fan, may be empty, never null
 * @param priceMinor price of one ticket in minor units of the event's currency, without service
 *     fee; 0 is free
 * @param capacity tickets of this type in total
 * @param saleUntil first moment at which it is not sold any more
 */
public record TicketTypeDraft(
    @NotBlank @Size(max = 80) String name,
    @NotNull @Size(max = 300) String description,
    @PositiveOrZero @Max(100_000_000_000L) long priceMinor,
    @Min(1) @Max(1_000_000) int capacity,
    @NotNull LocalDateTime saleFrom,
    @NotNull LocalDateTime saleUntil,
    @Min(1) @Max(50) int maxPerOrder) {}
