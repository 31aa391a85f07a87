package fan.encore.event;

import fan.encore.event.FeeRule.Payer;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * A service fee as an administrator names it.
 *
 * @param shareBasisPoints hundredths of a per cent of a ticket's price, 500 for 5 %
 * @param fixedMinor minor units for each ticket
 * @param leastMinor minor units, 0 for no lower bound
 * @param mostMinor minor units, or null for no upper bound
 */
public record FeeDraft(
    @Min(0) @Max(5_000) int shareBasisPoints,
    @PositiveOrZero @Max(100_000_000) long fixedMinor,
    @PositiveOrZero @Max(100_000_000) long leastMinor,
    @PositiveOrZero @Max(100_000_000) Long mostMinor,
    @NotNull Payer payer) {}
