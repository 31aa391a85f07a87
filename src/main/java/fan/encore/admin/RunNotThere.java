package fan.encore.admin;

import fan.encore.shared.BusinessError;

/** There is no such run. */
public class RunNotThere extends BusinessError {

  public RunNotThere(long id) {
    super(Kind.NOT_FOUND, "admin.run_not_there", id);
  }
}
