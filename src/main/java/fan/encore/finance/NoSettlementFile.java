package fan.encore.finance;

import fan.encore.shared.BusinessError;
import java.time.LocalDate;

/** The provider gave no file for a UTC day. */
public class NoSettlementFile extends BusinessError {

  public NoSettlementFile(LocalDate day, String reason) {
    super(Kind.UNAVAILABLE, "finance.no_settlement_file", day, reason);
  }

  @Override
  public String getMessage() {
    return code() + " " + arguments()[0] + ": " + arguments()[1];
  }
}
