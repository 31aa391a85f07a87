package fan.encore.admin.web;

import fan.encore.admin.Condition;
import fan.encore.admin.Health;
import fan.encore.admin.Overview;
import fan.encore.admin.Today;
import fan.encore.admin.Vital;
import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.function.ToLongFunction;

/** {@code /admin/index}: the day in numbers. */
@Named
@ViewScoped
public class OverviewPage implements Serializable {

  @Inject private Overview overview;
  @Inject private Health health;
  @Inject private Caller caller;

  private Today today;
  private List<Vital> vitals;

  public void load() {
    today = overview.today();
    vitals = health.look();
  }

  public Today getToday() {
    return today;
  }

  public List<Vital> getVitals() {
    return vitals;
  }

  /** The worst condition of all parts. */
  public Condition getCondition() {
    return vitals.stream().map(Vital::condition).reduce(Condition.WELL, Condition::and);
  }

  /** Prizes drawn per day for Chart.js. */
  public String getPrizesChart() {
    return chart("admin.overview.prizes", Today.Day::prizes);
  }

  /** Orders paid per day for Chart.js. */
  public String getOrdersChart() {
    return chart("admin.overview.orders", Today.Day::orders);
  }

  private String chart(String label, ToLongFunction<Today.Day> count) {
    Bars bars = new Bars(Texts.get(caller.locale(), label));
    today
        .days()
        .forEach(day -> bars.add(day.day().toString().substring(5), count.applyAsLong(day)));
    return bars.json();
  }
}
