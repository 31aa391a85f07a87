package fan.encore.shop;

import fan.encore.shared.Money;
import java.io.Serializable;
import java.time.Instant;

/**
 * What a fan may buy this month, in yen, whatever she pays in.
 *
 * @param ageLimit by her age and market, or null for none
 * @param ownLimit what she set herself, or null for none
 * @param nextLimit what her own limit becomes at {@code nextAt}; null means none
 * @param nextAt null if nothing is going to change
 * @param spent ordered this month: paid, or waiting to be paid
 * @param birthDateNeeded she can't buy before we know her birth date
 */
public record SpendingState(
    Money ageLimit,
    Money ownLimit,
    Money nextLimit,
    Instant nextAt,
    Money spent,
    boolean birthDateNeeded)
    implements Serializable {

  /** The lower of both limits, or null if there is none. */
  public Money limit() {
    if (ageLimit == null || ownLimit == null) {
      return ageLimit == null ? ownLimit : ageLimit;
    }
    return ageLimit.minor() < ownLimit.minor() ? ageLimit : ownLimit;
  }

  /** What is left of the limit, never below zero; null without a limit. */
  public Money left() {
    Money limit = limit();
    return limit == null
        ? null
        : new Money(Math.max(0, limit.minor() - spent.minor()), limit.currency());
  }
}
