package fan.encore.admin.web;

import fan.encore.admin.JobControl;
import fan.encore.admin.JobRow;
import fan.encore.admin.Jobs;
import fan.encore.finance.NightlyReports;
import fan.encore.security.web.Caller;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Texts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.primefaces.PrimeFaces;

/** {@code /admin/jobs}: batch jobs, their runs and their progress. */
@Named
@ViewScoped
public class JobsPage implements Serializable {

  private static final int WATCHED = 10;

  @Inject private Jobs jobs;
  @Inject private JobControl control;
  @Inject private NightlyReports nightly;
  @Inject private Caller caller;

  private final LazyRows<JobRow> rows = new LazyRows<>(query -> jobs.find(query), JobRow::id);
  private LocalDate day;
  private LocalDate newestDay;
  private ArrayList<Long> watched = new ArrayList<>();
  private transient List<JobRow> running;

  public void load() {
    String zone =
        ConfigProvider.getConfig()
            .getOptionalValue("ENCORE_BUSINESS_ZONE", String.class)
            .orElse("Asia/Tokyo");
    newestDay = LocalDate.now(ZoneId.of(zone)).minusDays(1);
    day = newestDay;
  }

  public void start() {
    long run = nightly.start(day, caller.id());
    say("admin.jobs.started", run, day);
  }

  public void restart(JobRow row) {
    long run = control.restart(row.id(), caller.id());
    say("admin.jobs.restarted", row.id(), run);
  }

  public void stop(JobRow row) {
    control.stop(row.id());
    say("admin.jobs.stopping", row.id());
  }

  private void say(String key, Object... values) {
    running = null;
    String text = Texts.get(caller.locale(), key, values);
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(text));
  }

  /** Runs under way, read again with each request. */
  public List<JobRow> getRunning() {
    if (running == null) {
      running =
          jobs.find(new ListQuery(0, WATCHED, null, true, Map.of("status", "RUNNING"))).rows();
      watched = new ArrayList<>(running.stream().map(JobRow::id).toList());
    }
    return running;
  }

  /** Called by the poll; the table of all runs is drawn again when one began or ended. */
  public void refresh() {
    List<Long> before = watched;
    running = null;
    getRunning();
    if (!watched.equals(before)) {
      PrimeFaces.current().ajax().update("runs:jobs");
    }
  }

  /** The colour of a run's badge. */
  public String badge(String status) {
    return switch (status) {
      case "DONE" -> "good";
      case "FAILED" -> "bad";
      case "STOPPED" -> "warn";
      default -> "info";
    };
  }

  public String[] getStatuses() {
    return new String[] {"RUNNING", "DONE", "FAILED"};
  }

  public LazyRows<JobRow> getRows() {
    return rows;
  }

  public LocalDate getNewestDay() {
    return newestDay;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }
}
