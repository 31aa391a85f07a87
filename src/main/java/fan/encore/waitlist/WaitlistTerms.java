package fan.encore.waitlist;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;

/**
 * How the waiting list of a ticket type works, as fans read it.
 *
 * @param active whether fans may join and are offered tickets
 * @param offerMinutes how long offered tickets are held
 * @param largestGroup most tickets that one fan may wait for
 * @param priorityMedals fans with so many medals of the event's artist come first; null: nobody
 * @param closesAt first moment at which nobody is offered anything; null is the end of the sale
 */
public record WaitlistTerms(
    boolean active,
    @Min(5) @Max(10080) int offerMinutes,
    @Min(1) @Max(20) int largestGroup,
    @Min(1) Long priorityMedals,
    Instant closesAt) {

  /** What an organizer starts from. */
  static final WaitlistTerms USUAL = new WaitlistTerms(false, 240, 4, null, null);
}
