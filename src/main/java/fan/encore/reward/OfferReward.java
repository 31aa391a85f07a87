package fan.encore.reward;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * What makes a reward.
 *
 * @param code lower-case words joined by hyphens; never changes
 * @param itemCode what a piece is: an item of the artist of which all copies are kept
 * @param stock pieces that are left from now on
 * @param conditions codes of the items that a fan must have to see it; empty for everybody
 */
public record OfferReward(
    @NotNull @Size(max = 80) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String code,
    @NotBlank String itemCode,
    @NotBlank @Size(max = 80) String name,
    @NotNull @Size(max = 2000) String description,
    @Min(1) @Max(1_000_000_000) long priceMedals,
    @Min(0) @Max(10_000_000) int stock,
    @Min(1) @Max(1000) int limitPerFan,
    @NotNull Instant opensAt,
    @NotNull Instant closesAt,
    @NotNull @Size(max = 20) List<String> conditions) {}
