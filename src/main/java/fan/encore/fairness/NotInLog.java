package fan.encore.fairness;

import fan.encore.shared.BusinessError;

/** The log has no such place, tree or checkpoint. */
public class NotInLog extends BusinessError {
  public NotInLog() {
    super(Kind.NOT_FOUND, "fairness.not_in_log");
  }
}
