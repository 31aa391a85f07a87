package fan.encore.promo;

import fan.encore.shared.Money;
import java.time.Instant;
import java.util.Set;

/**
 * The terms of a promo code, as the rules see them. Uses and spending are not here: they are
 * counted when tickets are held.
 *
 * @param percent 1 to 100, 0 unless it is of this kind
 * @param amountMinor in minor units of the event's currency, 0 unless it is of this kind
 * @param unlocks whether it opens hidden types
 * @param validFrom first moment, or null
 * @param validUntil first moment at which it counts no more, or null
 * @param active false once the organizer has stopped it
 * @param types ids of the ticket types that it is for; all of the event when empty
 */
public record Promo(
    long id,
    String code,
    PromoKind kind,
    int percent,
    long amountMinor,
    boolean unlocks,
    Instant validFrom,
    Instant validUntil,
    boolean active,
    Set<Long> types) {

  public Promo {
    types = Set.copyOf(types);
  }

  /** Whether its time is now. */
  public boolean valid(Instant now) {
    return active
        && (validFrom == null || !now.isBefore(validFrom))
        && (validUntil == null || now.isBefore(validUntil));
  }

  /** Whether it is for this type. */
  public boolean covers(long typeId) {
    return types.isEmpty() || types.contains(typeId);
  }

  /**
   * What it takes off one ticket of the type: a percentage is rounded half up to the minor unit, an
   * amount is at most the price.
   */
  public Money off(long typeId, Money price) {
    if (!covers(typeId)) {
      return Money.zero(price.currency());
    }
    return switch (kind) {
      case PERCENT -> price.perMille(percent * 10);
      case AMOUNT -> new Money(Math.min(amountMinor, price.minor()), price.currency());
      case UNLOCK -> Money.zero(price.currency());
    };
  }
}
