package fan.encore.transfer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;

/**
 * Whether and how fans may sell tickets of an event on.
 *
 * @param feePerMille what the organizer keeps of the price, rounded half up
 * @param closesAt first moment at which it is not possible any more; null is when the doors open,
 *     or the start of the event. Never later than that
 */
public record ResaleTerms(boolean allowed, @Min(0) @Max(300) int feePerMille, Instant closesAt) {}
