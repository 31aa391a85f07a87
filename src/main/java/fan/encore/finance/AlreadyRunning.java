package fan.encore.finance;

import fan.encore.shared.BusinessError;
import java.time.LocalDate;

/** One run of a business day at a time. */
public class AlreadyRunning extends BusinessError {

  public AlreadyRunning(LocalDate day) {
    super(Kind.CONFLICT, "finance.already_running", day);
  }
}
