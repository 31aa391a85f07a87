package fan.encore.reward;

import fan.encore.shared.BusinessError;

/** Further copies of the item would become medals again, so it can't be a reward. */
public final class ItemNotKept extends BusinessError {
  public ItemNotKept() {
    super(Kind.INVALID, "reward.item_not_kept");
  }
}
