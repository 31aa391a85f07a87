package fan.encore.checkin;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * A check-in list as the organizer wants it.
 *
 * @param ticketTypes codes of the ticket types that it lets in; null or none means all
 * @param opensAt first moment of entry, or null for always
 * @param closesAt first moment without entry, or null for never
 * @param reentry whether whoever left may come in again
 * @param rotating whether only the rotating code of a telephone lets in
 */
public record CheckInListDraft(
    @NotBlank @Size(max = 60) String name,
    @Size(max = 100) List<@NotBlank @Size(max = 80) String> ticketTypes,
    Instant opensAt,
    Instant closesAt,
    boolean reentry,
    boolean rotating) {

  public CheckInListDraft {
    ticketTypes = ticketTypes == null ? List.of() : List.copyOf(ticketTypes);
  }

  /** A list that closes opened before. */
  @AssertTrue
  public boolean isWindowRight() {
    return opensAt == null || closesAt == null || closesAt.isAfter(opensAt);
  }
}
