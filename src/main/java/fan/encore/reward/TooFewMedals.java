package fan.encore.reward;

import fan.encore.shared.BusinessError;

/** The fan has too few medals of the artist; nothing was changed. */
public final class TooFewMedals extends BusinessError {
  public TooFewMedals() {
    super(Kind.CONFLICT, "reward.too_few_medals");
  }
}
