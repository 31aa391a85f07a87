package fan.encore.seat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/**
 * Sell an event by a seat map of its venue.
 *
 * @param seatMap the map's code
 * @param categories from each category of the map that has places to the ticket type that it is
 *     sold as
 */
public record ChooseSeating(@NotBlank String seatMap, @NotNull Map<String, String> categories) {}
