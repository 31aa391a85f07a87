package fan.encore.reward;

import fan.encore.shared.BusinessError;

/** No copy of the item waits to be delivered. */
public final class NothingToClaim extends BusinessError {
  public NothingToClaim() {
    super(Kind.CONFLICT, "reward.nothing_to_claim");
  }
}
