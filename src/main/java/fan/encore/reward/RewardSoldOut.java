package fan.encore.reward;

import fan.encore.shared.BusinessError;

/** Not enough pieces are left; nothing was changed. */
public final class RewardSoldOut extends BusinessError {
  public RewardSoldOut() {
    super(Kind.CONFLICT, "reward.sold_out");
  }
}
