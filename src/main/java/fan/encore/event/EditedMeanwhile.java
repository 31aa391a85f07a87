package fan.encore.event;

import fan.encore.shared.BusinessError;

/** Somebody else saved a newer version; load it and edit again. */
public final class EditedMeanwhile extends BusinessError {
  public EditedMeanwhile() {
    super(Kind.CONFLICT, "event.edited_meanwhile");
  }
}
