package fan.encore.checkin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * What a gate did while it had no network.
 *
 * @param event slug of the event at this door
 * @param sentAt now by the device's own clock: how far it is off corrects the times of the scans
 * @param scans at most 200, in any order
 */
public record LateScans(
    @NotBlank @Size(max = 80) String event,
    @NotNull Instant sentAt,
    @NotNull @Size(max = 200) List<@NotNull @Valid LateScan> scans) {}
