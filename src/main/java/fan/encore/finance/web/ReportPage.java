package fan.encore.finance.web;

import fan.encore.finance.DayReport;
import fan.encore.finance.DayRow;
import fan.encore.finance.NightlyReports;
import fan.encore.finance.Reports;
import fan.encore.security.web.Caller;
import fan.encore.shared.Money;
import fan.encore.shared.Texts;
import fan.encore.shared.web.Formats;
import fan.encore.wallet.AccountRef;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** The report of one business day. */
@Named
@ViewScoped
public class ReportPage implements Serializable {

  @Inject private Reports reports;
  @Inject private NightlyReports nightly;
  @Inject private Caller caller;

  private LocalDate day;
  private DayRow state;
  private transient DayReport report;

  public void load() {
    if (day == null) {
      day = reports.yesterday();
    }
    refresh();
  }

  public void refresh() {
    state = reports.day(day);
    report = null;
  }

  public void run() {
    nightly.start(day, caller.id());
    String said = Texts.get(caller.locale(), "finance.started", day);
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(said));
    refresh();
  }

  public DayRow getState() {
    return state;
  }

  /** Null while the day has no report. */
  public DayReport getReport() {
    if (report == null && state != null && state.reported()) {
      report = reports.of(day);
    }
    return report;
  }

  /** What the page says in colour and one word. */
  public String getKind() {
    return switch (state.state()) {
      case "BALANCED" -> "good";
      case "DIFFERENCES", "FAILED" -> "bad";
      case "RUNNING" -> "info";
      default -> "neutral";
    };
  }

  /** The checks that do not hold. */
  public List<DayReport.Check> getBroken() {
    return getReport().checks().stream().filter(check -> !check.holds()).toList();
  }

  /** Amounts of ledger accounts: diamonds are no money. */
  public String amount(long value, String currency) {
    return AccountRef.isVirtual(currency)
        ? Formats.number(value)
        : Formats.money(new Money(value, currency));
  }

  /** The product in words; the code itself for one without. */
  public String product(String purpose) {
    return purpose == null
        ? ""
        : Texts.find(caller.locale(), "finance.product." + purpose).orElse(purpose);
  }

  public LocalDate getDayBefore() {
    return day.minusDays(1);
  }

  public LocalDate getDayAfter() {
    return day.isBefore(reports.yesterday()) ? day.plusDays(1) : null;
  }

  public String getDay() {
    return day == null ? null : day.toString();
  }

  /** A day that cannot be read is the newest one. */
  public void setDay(String text) {
    day = Days.read(text);
  }
}
