package fan.encore.wallet.web;

import fan.encore.security.web.Caller;
import fan.encore.wallet.MonthStatement;
import fan.encore.wallet.WalletEntry;
import fan.encore.wallet.WalletHistory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;

/** {@code /my/statement?month=2026-11}: a fan's diamonds in one month. */
@Named
@RequestScoped
public class StatementPage {

  @Inject private WalletHistory history;
  @Inject private Caller caller;
  @Inject private Clock clock;

  private String month;
  private MonthStatement statement;

  public void load() {
    statement = history.statement(caller.id(), read(month, clock));
  }

  /** This month for what is none. */
  static YearMonth read(String text, Clock clock) {
    try {
      return YearMonth.parse(text == null ? "" : text);
    } catch (DateTimeException e) {
      return YearMonth.from(clock.instant().atZone(WalletDays.zone()));
    }
  }

  public MonthStatement getStatement() {
    return statement;
  }

  public String describe(WalletEntry entry) {
    return WalletDays.describe(caller.locale(), entry);
  }

  public String getMonth() {
    return month;
  }

  public void setMonth(String month) {
    this.month = month;
  }
}
