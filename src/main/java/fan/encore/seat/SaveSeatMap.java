package fan.encore.seat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Save a drawing.
 *
 * @param document JSON in the form {@link SeatMap#FORMAT}, or SVG
 * @param version the version that it was made from, or null to overwrite whatever there is
 */
public record SaveSeatMap(
    @NotBlank @Size(max = 80) String name,
    @NotBlank @Size(max = 20_000_000) String document,
    Integer version) {}
