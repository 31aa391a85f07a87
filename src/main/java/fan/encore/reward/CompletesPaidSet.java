package fan.encore.reward;

import fan.encore.shared.BusinessError;

/** A reward for completing a set with items of paid draws is forbidden (kompu gacha). */
public final class CompletesPaidSet extends BusinessError {
  public CompletesPaidSet() {
    super(Kind.INVALID, "reward.completes_paid_set");
  }
}
