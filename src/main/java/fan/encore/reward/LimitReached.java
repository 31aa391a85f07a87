package fan.encore.reward;

import fan.encore.shared.BusinessError;

/** The fan would get more pieces than one fan may. */
public final class LimitReached extends BusinessError {
  public LimitReached() {
    super(Kind.CONFLICT, "reward.limit_reached");
  }
}
