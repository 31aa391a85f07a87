package fan.encore.reward;

import fan.encore.shared.BusinessError;

/** Somebody else changed the reward since it was read. */
public final class EditedMeanwhile extends BusinessError {
  public EditedMeanwhile() {
    super(Kind.CONFLICT, "reward.edited_meanwhile");
  }
}
