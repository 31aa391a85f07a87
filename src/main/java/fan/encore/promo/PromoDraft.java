package fan.encore.promo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/**
 * A promo code as an organizer describes it. Times are local times of the venue.
 *
 * @param code letters, digits and hyphens; for many at once what all of them begin with
 * @param percent 1 to 100 for a code that takes a percentage off each ticket, else null
 * @param amountMinor for a code that takes an amount off each ticket, in minor units of the event's
 *     currency, else null
 * @param unlocks whether it opens hidden ticket types
 * @param ticketTypes codes of the types that it is for; all of the event when empty
 * @param maxUses most orders with it, null without a limit
 * @param maxPerPerson most orders of one person with it, null without a limit
 * @param budgetMinor most that it takes off in all, null without a limit
 * @param validFrom null for at once
 * @param validUntil first moment at which it counts no more, null for always
 */
public record PromoDraft(
    @NotBlank @Size(max = 30) String code,
    @NotNull PromoKind kind,
    @Min(1) @Max(100) Integer percent,
    @Min(1) @Max(100_000_000_000L) Long amountMinor,
    boolean unlocks,
    @Size(max = 100) List<@NotBlank String> ticketTypes,
    @Min(1) Integer maxUses,
    @Min(1) Integer maxPerPerson,
    @Min(1) Long budgetMinor,
    LocalDateTime validFrom,
    LocalDateTime validUntil) {

  public PromoDraft {
    code = code == null ? null : code.strip().toUpperCase(Locale.ROOT);
    ticketTypes = ticketTypes == null ? List.of() : List.copyOf(ticketTypes);
    unlocks = unlocks || kind == PromoKind.UNLOCK;
  }

  /**
   * @throws PromoDraftWrong if what it takes off does not fit its kind, it ends before it begins,
   *     or nobody could type it
   */
  void check() {
    if ((kind == PromoKind.PERCENT) != (percent != null)
        || (kind == PromoKind.AMOUNT) != (amountMinor != null)) {
      throw new PromoDraftWrong("promo.worth_wrong");
    }
    if (validFrom != null && validUntil != null && !validUntil.isAfter(validFrom)) {
      throw new PromoDraftWrong("promo.window_wrong");
    }
    if (!code.matches("[A-Z0-9][A-Z0-9-]{2,29}")) {
      throw new PromoDraftWrong("promo.code_wrong");
    }
  }
}
