package fan.encore.finance.web;

import fan.encore.finance.PrepaidRules;
import fan.encore.finance.UnusedBalance;
import fan.encore.finance.UnusedFigure;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** {@code /finance/unused?date=}: what fans bought and have not spent. */
@Named
@RequestScoped
public class UnusedPage {

  @Inject private UnusedBalance balance;

  private LocalDate date;
  private UnusedFigure figure;

  public void load() {
    figure = balance.at(date == null ? balance.today() : date);
  }

  public UnusedFigure getFigure() {
    return figure;
  }

  /** How the level looks. */
  public String kind(PrepaidRules.Level level) {
    return switch (level) {
      case QUIET -> "good";
      case ALARM -> "warn";
      case OVER -> "bad";
    };
  }

  /** Yen for one diamond, in full. */
  public String unit(UnusedFigure.Row row) {
    return BigDecimal.valueOf(row.unitMicro(), 6).stripTrailingZeros().toPlainString();
  }

  /** The reference dates of the last two years, newest first. */
  public List<LocalDate> getOffered() {
    LocalDate today = balance.today();
    return PrepaidRules.references(today.minusYears(2), today).stream()
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
  }

  public String getDate() {
    return figure == null ? null : figure.date().toString();
  }

  /** A day that cannot be read is today. */
  public void setDate(String text) {
    date = Days.read(text);
  }
}
