package fan.encore.admin;

import fan.encore.shared.BusinessError;

/** Only a run that failed can go on where it stopped. */
public class RunNotFailed extends BusinessError {

  public RunNotFailed(long id) {
    super(Kind.CONFLICT, "admin.run_not_failed", id);
  }
}
