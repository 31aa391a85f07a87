package fan.encore.wallet;

import java.time.YearMonth;
import java.util.List;

/**
 * A fan's diamonds in a calendar month of the business zone.
 *
 * @param purses bought ones first
 * @param entries oldest first
 */
public record MonthStatement(YearMonth month, List<Purse> purses, List<WalletEntry> entries) {

  /**
   * One purse: what came less what went leads from the opening to the closing balance.
   *
   * @param purse {@code paid} or {@code free}
   */
  public record Purse(String purse, long opening, long came, long went, long closing) {}
}
