package fan.encore.finance;

import fan.encore.shared.BusinessError;
import java.time.LocalDate;

/** Only a business day that is over can be reconciled. */
public class DayNotOver extends BusinessError {

  public DayNotOver(LocalDate day) {
    super(Kind.INVALID, "finance.day_not_over", day);
  }
}
