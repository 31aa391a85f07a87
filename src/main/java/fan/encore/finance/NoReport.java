package fan.encore.finance;

import fan.encore.shared.BusinessError;
import java.time.LocalDate;

/** The business day has not been reconciled yet. */
public class NoReport extends BusinessError {

  public NoReport(LocalDate day) {
    super(Kind.NOT_FOUND, "finance.no_report", day);
  }
}
