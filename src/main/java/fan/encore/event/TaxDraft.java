package fan.encore.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * A tax as an organizer names it.
 *
 * @param rateBasisPoints hundredths of a per cent, 1000 for 10 %
 * @param included whether the prices contain it already
 */
public record TaxDraft(@Min(0) @Max(5_000) int rateBasisPoints, boolean included) {}
