package fan.encore.admin;

import fan.encore.shared.BusinessError;

/** A run that went on already, or whose day was done anew, cannot go on a second time. */
public class RunOvertaken extends BusinessError {

  public RunOvertaken(long id) {
    super(Kind.CONFLICT, "admin.run_overtaken", id);
  }
}
