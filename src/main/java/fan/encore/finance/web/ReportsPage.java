package fan.encore.finance.web;

import fan.encore.finance.DayRow;
import fan.encore.finance.NightlyReports;
import fan.encore.finance.Reports;
import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** The business days and the state of their reports, a month at a time. */
@Named
@ViewScoped
public class ReportsPage implements Serializable {

  private static final int DAYS = 31;

  @Inject private Reports reports;
  @Inject private NightlyReports nightly;
  @Inject private Caller caller;

  private LocalDate until;
  private LocalDate newest;
  private List<DayRow> rows;

  public void load() {
    newest = reports.yesterday();
    if (until == null || until.isAfter(newest)) {
      until = newest;
    }
    refresh();
  }

  public void refresh() {
    rows = reports.days(until, DAYS);
  }

  public void run(DayRow row) {
    nightly.start(row.day(), caller.id());
    String said = Texts.get(caller.locale(), "finance.started", row.day());
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(said));
    refresh();
  }

  public boolean isRunning() {
    return rows.stream().anyMatch(DayRow::running);
  }

  /** Days with something to look at. */
  public long getOpen() {
    return rows.stream().filter(row -> row.state().equals("DIFFERENCES")).count();
  }

  public long getBalanced() {
    return rows.stream().filter(row -> row.state().equals("BALANCED")).count();
  }

  public long getUnreported() {
    return rows.stream().filter(row -> !row.reported()).count();
  }

  public LocalDate getEarlier() {
    return until.minusDays(DAYS);
  }

  public LocalDate getLater() {
    return until.isBefore(newest) ? until.plusDays(DAYS) : null;
  }

  public List<DayRow> getRows() {
    return rows;
  }

  public String getUntil() {
    return until == null ? null : until.toString();
  }

  /** A day that cannot be read is the newest one. */
  public void setUntil(String text) {
    until = Days.read(text);
  }
}
