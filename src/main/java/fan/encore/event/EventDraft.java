package fan.encore.event;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;

/**
 * An event as an organizer describes it. Times are local times of the venue.
 *
 * @param artistCode code of an artist on Encore, or null for an event without one
 * @param currency ISO 4217 code that all its ticket types are priced in
 * @param doorsAt when the doors open, or null when that is the start
 * @param version the version that was edited, so that two people do not overwrite each other; null
 *     when creating
 */
public record EventDraft(
    @NotBlank @Size(max = 120) String title,
    @NotBlank @Size(max = 8000) String description,
    @NotNull EventCategory category,
    @Size(max = 80) String artistCode,
    @NotBlank @Size(max = 80) String venueCode,
    @NotBlank @Pattern(regexp = "[A-Z]{3}") String currency,
    LocalDateTime doorsAt,
    @NotNull LocalDateTime startsAt,
    @NotNull LocalDateTime endsAt,
    Integer version) {}
