package fan.encore.app;

import fan.encore.finance.NightlyReplay;
import fan.encore.finance.NightlyReports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is done once a night for the day that is over; the timetable's lines for it, by name. */
@ApplicationScoped
class Nights {

  @Inject private NightlyReports reports;
  @Inject private NightlyReplay replay;

  /** What to look at every minute. */
  Map<String, Runnable> everyMinute() {
    Map<String, Runnable> lines = new LinkedHashMap<>();
    lines.put("nightly reports", reports::startDue);
    lines.put("nightly replay", replay::startDue);
    return lines;
  }

  /** Runs that a node left behind. */
  void restartAbandoned() {
    reports.restartAbandoned();
  }
}
