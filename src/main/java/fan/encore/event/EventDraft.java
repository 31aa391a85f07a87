package fan.encore.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * An event as an organizer describes it. Times are local times of the venue, or of the zone where
 * there is no venue.
 *
 * @param artistCode code of an artist on Encore, or null for an event without one
 * @param venueCode where people go; null only for an event that is online alone
 * @param currency ISO 4217 code that all its ticket types are priced in
 * @param doorsAt when the doors open, or null when that is the start
 * @param version the version that was edited, so that two people do not overwrite each other; null
 *     when creating
 * @param attendance null means in the hall
 * @param zone IANA name of the clock it is announced in when it is online alone, else ignored
 * @param onlineLink https address that ticket holders get, null while it is not known
 * @param onlineFrom when holders are shown the link; null means at once
 * @param minAge years a guest must have on that day, null or 0 for everybody
 * @param language {@code en} or {@code ja}: what title and description are written in; null means
 *     English
 * @param otherTitle title in the other of the two languages, or null
 * @param otherDescription description in the other language, or null
 */
public record EventDraft(
    @NotBlank @Size(max = 120) String title,
    @NotBlank @Size(max = 8000) String description,
    @NotNull EventCategory category,
    @Size(max = 80) String artistCode,
    @Size(max = 80) String venueCode,
    @NotBlank @Pattern(regexp = "[A-Z]{3}") String currency,
    LocalDateTime doorsAt,
    @NotNull LocalDateTime startsAt,
    @NotNull LocalDateTime endsAt,
    Integer version,
    Attendance attendance,
    @Size(max = 60) String zone,
    @Size(max = 500) String onlineLink,
    LocalDateTime onlineFrom,
    @PositiveOrZero @Max(99) Integer minAge,
    @Pattern(regexp = "en|ja") String language,
    @Size(max = 120) String otherTitle,
    @Size(max = 8000) String otherDescription) {

  public EventDraft {
    attendance = attendance == null ? Attendance.VENUE : attendance;
    minAge = minAge == null ? 0 : minAge;
    language = language == null ? "en" : language;
  }

  /** The same for another date of a series: all times move with the begin. */
  EventDraft at(LocalDateTime begins) {
    Duration by = Duration.between(startsAt, begins);
    return new EventDraft(
        title,
        description,
        category,
        artistCode,
        venueCode,
        currency,
        doorsAt == null ? null : doorsAt.plus(by),
        begins,
        endsAt.plus(by),
        null,
        attendance,
        zone,
        onlineLink,
        onlineFrom == null ? null : onlineFrom.plus(by),
        minAge,
        language,
        otherTitle,
        otherDescription);
  }
}
