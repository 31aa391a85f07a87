package fan.encore.seat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Sell the seats of one ticket type as other types too.
 *
 * @param ticketType code of the type that leads
 * @param fares codes of all further types; none ends it
 */
public record ChooseFares(
    @NotBlank String ticketType, @NotNull @Size(max = 20) List<@NotBlank String> fares) {}
