package fan.encore.reward;

import fan.encore.shared.BusinessError;

/** The reward is sent by post, and nobody said where to. */
public final class AddressNeeded extends BusinessError {
  public AddressNeeded() {
    super(Kind.INVALID, "reward.address_needed");
  }
}
