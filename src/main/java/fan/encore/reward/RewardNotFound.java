package fan.encore.reward;

import fan.encore.shared.BusinessError;

/** No reward has this code, or the fan may not see it. */
public final class RewardNotFound extends BusinessError {
  public RewardNotFound() {
    super(Kind.NOT_FOUND, "reward.not_found");
  }
}
