package fan.encore.waitingroom;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Put a waiting room before an event, or change it.
 *
 * @param opensAt when fans may enter
 * @param drawAt T0: everybody who entered before it has the same chance of every place
 * @param leastPerMinute fans called per minute when holds are slow
 * @param mostPerMinute fans called per minute when they are quick
 * @param admissionMinutes how long a called fan may take to choose tickets
 */
public record OpenRoom(
    @NotNull Instant opensAt,
    @NotNull Instant drawAt,
    @Min(1) @Max(100_000) int leastPerMinute,
    @Min(1) @Max(100_000) int mostPerMinute,
    @Min(1) @Max(120) int admissionMinutes) {}
