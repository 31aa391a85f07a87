package fan.encore.admin;

import fan.encore.shared.BusinessError;

/** A run can be stopped only while it runs, and on the node that runs it. */
public class RunNotHere extends BusinessError {

  public RunNotHere(long id) {
    super(Kind.CONFLICT, "admin.run_not_here", id);
  }
}
