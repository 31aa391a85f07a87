package fan.encore.checkin;

import fan.encore.shared.BusinessError;

/** There is no such scan here, it let nobody through, or it was taken back before. */
public class ScanNotUndoable extends BusinessError {
  public ScanNotUndoable() {
    super(Kind.CONFLICT, "checkin.not_undoable");
  }
}
