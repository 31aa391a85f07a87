package fan.encore.event;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * A venue as an organizer describes it.
 *
 * @param country ISO 3166-1 alpha-2, upper case
 * @param zone name of an IANA time zone such as {@code Asia/Tokyo}
 */
public record VenueDraft(
    @NotBlank @Size(max = 120) String name,
    @NotBlank @Size(max = 200) String address,
    @NotBlank @Size(max = 80) String city,
    @NotBlank @Pattern(regexp = "[A-Z]{2}") String country,
    @NotBlank @Size(max = 60) String zone) {

  /** False when no such time zone exists. */
  public boolean hasKnownZone() {
    try {
      ZoneId.of(zone);
      return true;
    } catch (DateTimeException unknown) {
      return false;
    }
  }
}
