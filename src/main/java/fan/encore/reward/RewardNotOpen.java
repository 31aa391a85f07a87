package fan.encore.reward;

import fan.encore.shared.BusinessError;

/** The reward is not offered now. */
public final class RewardNotOpen extends BusinessError {
  public RewardNotOpen() {
    super(Kind.CONFLICT, "reward.not_open");
  }
}
