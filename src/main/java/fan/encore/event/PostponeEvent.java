package fan.encore.event;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;

/**
 * The wish to move an event. Times are local times of the venue.
 *
 * @param startsAt the new begin, or null while nobody knows it; then nothing is sold
 * @param endsAt the new end; null keeps the event as long as it was
 * @param doorsAt when the doors open; null keeps the time between doors and begin
 * @param refundUntil first moment at which tickets cannot be given back any more; null gives no
 *     such right
 * @param words what ticket holders are told beside the dates; may be empty
 */
public record PostponeEvent(
    LocalDateTime startsAt,
    LocalDateTime endsAt,
    LocalDateTime doorsAt,
    LocalDateTime refundUntil,
    @NotNull @Size(max = 2000) String words) {

  public PostponeEvent {
    words = words == null ? "" : words.strip();
  }
}
